package jp.futari.modelchecker;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import jp.futari.modelchecker.Happening.What;

/** What can happen next to one resting token. */
final class NextMoves {

    private final TokenGame game;
    private final EffectRule effects;
    private final ProofNotes notes;

    NextMoves(TokenGame game, EffectRule effects, ProofNotes notes) {
        this.game = game;
        this.effects = effects;
        this.notes = notes;
    }

    List<Next> of(Situation situation, Token token) {
        var node = token.place().node();
        if (node.kind() == NodeKind.BOUNDARY_EVENT) {
            return timerFires(situation, token);
        }
        if (node.kind().isContainer() && !node.isStep() || node.isJoin()) {
            return List.of();
        }
        var judged = node.hasEffect() ? effects.apply(situation, token) : situation;
        var next = new ArrayList<Next>();
        judged.leftBy(token).forEach(left -> next.addAll(moves(left, token)));
        return next;
    }

    /** A cycle stays armed. */
    private List<Next> timerFires(Situation situation, Token timer) {
        var left = timer.place().node().isCycle() ? List.of(situation) : situation.leftBy(timer);
        var next = new ArrayList<Next>();
        left.forEach(at -> next.addAll(through(new Happening(What.TIMER), at, timer.place(), Lapse.aside(at.ledger().valid()))));
        return next;
    }

    private List<Next> moves(Situation left, Token token) {
        var node = token.place().node();
        if (node.isStep()) {
            return stepMoves(left, token);
        }
        if (node.kind() == NodeKind.EVENT_BASED_GATEWAY) {
            return eventMoves(left, token);
        }
        if (node.event() == EventKind.TERMINATE) {
            var alone = left.minusAll(other -> other.place().isInScopeOf(token.place()));
            return after(new Happening(What.TERMINATION), alone, token.place(), token.lapse());
        }
        if (node.listens()) {
            return after(new Happening(What.MESSAGE), left.with(left.ledger().interrupted()), token.place(), token.lapse());
        }
        return node.rests() ? after(new Happening(What.EFFECT), left, token.place(), token.lapse()) : moveOn(left, token);
    }

    private List<Next> stepMoves(Situation left, Token token) {
        var approval = Approval.ofStep(token.place());
        var confirmation = new Happening(What.CONFIRMATION, approval);
        var next = new ArrayList<>(after(confirmation, left.confirmed(approval), token.place(), token.lapse().without(approval)));
        for (var border : token.place().node().borders()) {
            if (border.event() != EventKind.TIMER) {
                var withdrawn = left.with(left.ledger().withdrawn(approval));
                next.addAll(through(new Happening(What.WITHDRAWAL), withdrawn, token.place().with(border), token.lapse()));
            }
        }
        return next;
    }

    private List<Next> eventMoves(Situation left, Token token) {
        var next = new ArrayList<Next>();
        for (var flow : token.place().node().flows()) {
            var event = token.place().with(flow.target());
            notes.reached(event.node());
            if (event.node().event() == EventKind.TIMER) {
                next.addAll(through(new Happening(What.TIMER), left, event, token.lapse().and(left.ledger().valid())));
            } else {
                next.addAll(through(new Happening(What.MESSAGE), left.with(left.ledger().interrupted()), event, token.lapse()));
            }
        }
        return next;
    }

    /** A token that was stopped in a circle where nothing waits. */
    private List<Next> moveOn(Situation left, Token token) {
        return name(new Happening(What.MOVE), game.arrive(Reached.from(left), token.place(), token.lapse(), Set.of()));
    }

    /** The token goes on from where it rested. */
    private List<Next> after(Happening happening, Situation situation, Place place, Lapse lapse) {
        return name(happening, game.leave(Reached.from(situation), place, lapse, Set.of()));
    }

    /** The token goes on through an event it did not rest at. */
    private List<Next> through(Happening happening, Situation situation, Place event, Lapse lapse) {
        return name(happening, game.leave(Reached.from(situation).passing(event.node()), event, lapse, Set.of()));
    }

    private static List<Next> name(Happening happening, List<Reached> reached) {
        return reached.stream().map(at -> new Next(happening, at)).toList();
    }
}
