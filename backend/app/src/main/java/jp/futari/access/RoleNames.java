package jp.futari.access;

import java.util.List;
import java.util.Map;

/** 役割: the role names, defined once in {@code keycloak-realm/}; a test compares both. */
public final class RoleNames {

    public static final List<String> ALL = List.of("counter-clerk", "eligibility-clerk", "levy-clerk", "benefit-clerk", "collection-clerk",
            "entrustment-clerk", "section-chief", "manager", "compliance-reviewer", "administrator");

    private static final Map<String, String> LABELS = Map.of("counter-clerk", "窓口", "eligibility-clerk", "資格", "levy-clerk", "賦課",
            "benefit-clerk", "給付", "collection-clerk", "収納", "entrustment-clerk", "委託", "section-chief", "係長", "manager", "課長",
            "compliance-reviewer", "点検", "administrator", "管理");

    private RoleNames() {
    }

    public static String label(String role) {
        return LABELS.getOrDefault(role, role);
    }
}
