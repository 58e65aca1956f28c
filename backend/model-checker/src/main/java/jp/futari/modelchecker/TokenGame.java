package jp.futari.modelchecker;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Lets tokens run as the engine does in one transaction: from a node until every token rests again. Each flow of an exclusive gateway is
 * free at any time, so one run can end in several situations.
 */
final class TokenGame {

    /** Told of what cannot be proven. */
    interface Complaints {
        void about(Reached at, Place place, int rule, String message);
    }

    private final Models models;
    private final ProofNotes notes;
    private final Complaints complaints;

    TokenGame(Models models, ProofNotes notes, Complaints complaints) {
        this.models = models;
        this.notes = notes;
        this.complaints = complaints;
    }

    /** A token comes to a node. {@code run} holds the places passed since a token last rested: meeting one again is a circle. */
    List<Reached> arrive(Reached before, Place place, Lapse lapse, Set<Place> run) {
        var node = place.node();
        notes.reached(node);
        var here = before.passing(node);
        if (node.isStep()) {
            here = here.with(here.situation().ledger().entered(Approval.ofStep(place)));
        }
        var circle = run.contains(place);
        if (node.isStep() || circle && !node.kind().isContainer()) {
            return List.of(here.with(rest(here.situation(), place, lapse)));
        }
        var passed = new HashSet<>(run);
        passed.add(place);
        return onwards(here, place, lapse, passed, circle);
    }

    private List<Reached> onwards(Reached here, Place place, Lapse lapse, Set<Place> run, boolean circle) {
        var node = place.node();
        var reached = new ArrayList<Reached>();
        if (node.isMany() && !circle) {
            reached.addAll(leave(here, place, lapse, run));
        }
        if (node.kind().isContainer()) {
            reached.addAll(enterOnce(here, place, lapse, run, circle));
        } else if (node.isJoin()) {
            reached.addAll(join(here, place, lapse, run));
        } else if (node.kind() == NodeKind.EXCLUSIVE_GATEWAY && !node.flows().isEmpty()) {
            node.flows().forEach(flow -> reached.addAll(arrive(here, place.with(flow.target()), lapse, run)));
        } else if (node.rests()) {
            reached.add(here.with(rest(here.situation(), place, lapse)));
        } else {
            reached.addAll(leave(here, place, lapse, run));
        }
        return reached;
    }

    private static Situation rest(Situation situation, Place place, Lapse lapse) {
        var resting = situation.plus(new Token(place, lapse));
        for (var border : place.node().borders()) {
            if (border.event() == EventKind.TIMER) {
                resting = resting.plus(new Token(place.with(border)));
            }
        }
        return resting;
    }

    /** A parallel join counts arrivals as the engine does, whichever flow they came by. */
    private List<Reached> join(Reached here, Place place, Lapse lapse, Set<Place> run) {
        var situation = here.situation();
        if (situation.countAt(place) + 1 < place.node().arrivals()) {
            return List.of(here.with(rest(situation, place, lapse)));
        }
        var waiting = situation.at(place);
        var all = waiting.stream().map(Token::lapse).reduce(lapse, Lapse::and);
        return leave(here.with(situation.minusAll(waiting::contains)), place, all, run);
    }

    private List<Reached> enterOnce(Reached here, Place place, Lapse lapse, Set<Place> run, boolean circle) {
        if (circle || !here.situation().at(place).isEmpty()) {
            complaints.about(here, place, 3, "not proven: it can be entered while it runs, or in a circle where nothing waits");
            return List.of();
        }
        return place.node().kind() == NodeKind.SUB_PROCESS ? enter(here, place, lapse, run) : call(here, place, lapse, run);
    }

    private List<Reached> enter(Reached here, Place place, Lapse lapse, Set<Place> run) {
        var start = place.path().process().plainStart(place.node());
        return start.map(first -> leave(here.with(rest(here.situation(), place, lapse)), place.with(first), lapse.inside(), run)).orElse(List.of());
    }

    private List<Reached> call(Reached here, Place place, Lapse lapse, Set<Place> run) {
        var called = models.process(place.node().calledProcess());
        if (called == null || called.plainStart(null).isEmpty()) {
            return leave(here, place, lapse, run);
        }
        var start = called.plainStart(null).orElseThrow();
        var ledger = here.situation().ledger();
        var broughtApproval = ledger.valid().stream().anyMatch(approval -> !lapse.approvals().contains(approval));
        if (start.startsFromApproval() && !broughtApproval) {
            complaints.about(here, place, 3, called.id() + " starts from an approval, but none is valid here");
        }
        if (place.path().runs(called)) {
            notes.callsItself(called);
            return leave(here.with(ledger.interrupted()), place, lapse, run);
        }
        notes.laidOut(called);
        var child = place.path().call(place.node(), called);
        var begun = rest(here.situation(), place, lapse).with(ledger.called(child, start.startsFromApproval() && broughtApproval));
        return leave(here.with(begun), new Place(child, start), lapse.inside(), run);
    }

    /** A token goes on by every flow of its node, or ends. */
    List<Reached> leave(Reached here, Place place, Lapse lapse, Set<Place> run) {
        var node = place.node();
        if (node.flows().isEmpty() || node.kind() == NodeKind.END_EVENT) {
            return end(here, place, lapse, run);
        }
        var targets = node.flows().stream().map(flow -> place.with(flow.target())).toList();
        var reached = List.of(here);
        for (int i = 0; i < targets.size(); i++) {
            var target = targets.get(i);
            var siblings = targets.subList(i + 1, targets.size());
            reached = eachOnce(reached.stream().flatMap(at -> arrive(at.awaiting(here.pending(), siblings), target, lapse, run).stream()));
        }
        return reached;
    }

    private static List<Reached> eachOnce(Stream<Reached> reached) {
        var once = new LinkedHashMap<Situation, Reached>();
        reached.forEach(at -> once.putIfAbsent(at.situation(), at));
        return List.copyOf(once.values());
    }

    /** A token has ended. The last one of a scope sends on the token that rests around it. */
    private List<Reached> end(Reached here, Place place, Lapse lapse, Set<Place> run) {
        var outside = place.around();
        if (outside.isEmpty()) {
            return List.of(here);
        }
        var container = outside.get();
        var situation = here.situation();
        var resting = situation.at(container).get(0);
        var passed = lapse.aside() ? resting.lapse() : resting.lapse().and(lapse);
        if (here.holdsTokensBeside(place)) {
            return List.of(here.with(situation.replace(resting, new Token(container, passed))));
        }
        return close(here.with(situation.leftBy(resting).get(0)), place, container, resting.lapse(), passed, run);
    }

    private List<Reached> close(Reached here, Place last, Place container, Lapse before, Lapse passed, Set<Place> run) {
        var ledger = here.situation().ledger();
        var closed = last.node().scope() == null ? here.with(ledger.returned(last.path())) : here;
        var reached = new ArrayList<>(leave(closed, container, passed, run));
        if (container.node().isMany() && !run.contains(container)) {
            var nextRow = closed.with(closed.situation().ledger().nextRow(container));
            reached.addAll(arrive(nextRow, container, before, Set.of()));
        }
        return reached;
    }
}
