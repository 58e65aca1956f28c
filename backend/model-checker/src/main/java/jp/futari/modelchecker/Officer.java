package jp.futari.modelchecker;

import java.util.Collection;
import java.util.Set;

/** 職員, as far as staffing goes: a person (職員番号) and the roles held. */
public record Officer(String officerNo, Set<String> roles) {

    public Officer {
        roles = Set.copyOf(roles);
    }

    boolean holdsOneOf(Collection<String> wanted) {
        return wanted.stream().anyMatch(roles::contains);
    }
}
