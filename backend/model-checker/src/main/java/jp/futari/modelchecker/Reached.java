package jp.futari.modelchecker;

import java.util.ArrayList;
import java.util.List;

/**
 * A situation on the way of one run, and the nodes passed since a token last rested.
 *
 * @param pending where tokens of the same fork are still about to go; they keep their scope open
 */
record Reached(Situation situation, Trail trail, List<Place> pending) {

    static Reached from(Situation situation) {
        return new Reached(situation, null, List.of());
    }

    Reached with(Situation other) {
        return new Reached(other, trail, pending);
    }

    Reached with(Ledger ledger) {
        return with(situation.with(ledger));
    }

    Reached passing(Node node) {
        return new Reached(situation, new Trail(trail, node), pending);
    }

    Reached awaiting(List<Place> outer, List<Place> more) {
        var all = new ArrayList<>(outer);
        all.addAll(more);
        return new Reached(situation, trail, all);
    }

    /** Is any token left in the scope that this place is directly in? */
    boolean holdsTokensBeside(Place place) {
        return situation.tokens().keySet().stream().anyMatch(token -> token.place().isInScopeOf(place))
                || pending.stream().anyMatch(coming -> coming.isInScopeOf(place));
    }
}
