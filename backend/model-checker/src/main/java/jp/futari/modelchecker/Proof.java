package jp.futari.modelchecker;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jp.futari.modelchecker.Happening.What;

/** 証明: rules 2 to 5 on every situation a process can reach from some of its starts, shortest ways first. */
final class Proof {

    /** Beyond this a model is refused as not proven: a diagram of such a size is not understood by people either. */
    static final int MOST_SITUATIONS = 20_000;

    /** A model that is refused already is not searched to the end, only far enough to name its other faults. */
    static final int MOST_AFTER_A_FAULT = 5_000;

    private record Origin(Situation before, Happening happening, Trail trail) {
    }

    private record Said(ProcessModel process, Node node, int rule) {
    }

    private final Findings findings;
    private final ProofNotes notes;
    private final TokenGame game;
    private final NextMoves moves;
    private final Set<Said> said = new HashSet<>();
    private final Map<Situation, Origin> origins = new HashMap<>();
    private final Deque<Situation> open = new ArrayDeque<>();
    private Situation current;
    private boolean faulty;

    Proof(Models models, ProofNotes notes, Findings findings) {
        this.findings = findings;
        this.notes = notes;
        this.game = new TokenGame(models, notes, this::complain);
        this.moves = new NextMoves(game, new EffectRule(this::history, this::complain), notes);
    }

    void run(ProcessModel process, List<Node> starts) {
        origins.clear();
        open.clear();
        current = null;
        faulty = false;
        starts.forEach(start -> begin(new Place(CallPath.root(process), start)));
        while (!open.isEmpty()) {
            current = open.remove();
            current.tokens().keySet().forEach(token -> moves.of(current, token).forEach(this::discover));
            if (origins.size() > (faulty ? MOST_AFTER_A_FAULT : MOST_SITUATIONS)) {
                giveUp(process);
            }
        }
    }

    private void giveUp(ProcessModel process) {
        open.clear();
        if (!faulty) {
            findings.add(process.id(), process.id(), 3, "not proven: more than %,d situations".formatted(MOST_SITUATIONS));
        }
    }

    private void begin(Place start) {
        notes.reached(start.node());
        var nothing = Situation.nothingYet();
        var begun = start.node().startsFromApproval() ? nothing.with(nothing.ledger().started(start.path())) : nothing;
        game.leave(Reached.from(begun).passing(start.node()), start, Lapse.NONE, Set.of())
                .forEach(reached -> discover(new Next(new Happening(What.START), reached)));
    }

    private void discover(Next next) {
        var found = next.reached().situation();
        if (!origins.containsKey(found)) {
            origins.put(found, new Origin(current, next.happening(), next.reached().trail()));
            open.add(found);
        }
    }

    private List<Origin> way(Situation situation) {
        var way = new LinkedList<Origin>();
        for (var origin = origins.get(situation); origin != null; origin = origins.get(origin.before())) {
            way.addFirst(origin);
        }
        return way;
    }

    private List<Happening> history(Situation situation) {
        return way(situation).stream().map(Origin::happening).toList();
    }

    private void complain(Reached at, Place place, int rule, String message) {
        faulty = true;
        if (said.add(new Said(place.path().process(), place.node(), rule))) {
            findings.add(place.path().process().id(), place.node().id(), rule, message, path(at, place));
        }
    }

    private List<String> path(Reached at, Place place) {
        var path = new ArrayList<String>();
        way(current).forEach(origin -> path.addAll(Trail.ids(origin.trail())));
        path.addAll(Trail.ids(at.trail()));
        if (path.isEmpty() || !path.get(path.size() - 1).equals(place.node().id())) {
            path.add(place.node().id());
        }
        return path;
    }
}
