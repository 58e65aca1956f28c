package jp.futari.modelchecker;

import java.util.Optional;

/** A node in a running process. */
record Place(CallPath path, Node node) {

    Place with(Node other) {
        return new Place(path, other);
    }

    /** The sub-process or call activity around it, or nothing at the top of the root process. */
    Optional<Place> around() {
        if (node.scope() != null) {
            return Optional.of(with(node.scope()));
        }
        return path.caller() == null ? Optional.empty() : Optional.of(new Place(path.caller(), path.activity()));
    }

    /** Is it inside the scope that the other place is directly in? */
    boolean isInScopeOf(Place other) {
        return path.equals(other.path) && node.scope() == other.node.scope() || around().filter(outer -> outer.isInScopeOf(other)).isPresent();
    }

    /** Is it this container itself, or inside of it? */
    boolean isWithin(Place container) {
        return equals(container) || around().filter(outer -> outer.isWithin(container)).isPresent();
    }
}
