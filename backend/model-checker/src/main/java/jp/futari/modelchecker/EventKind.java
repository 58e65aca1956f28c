package jp.futari.modelchecker;

import java.util.Arrays;

/** What makes an event happen; everything outside the vocabulary is {@link #FOREIGN}. */
enum EventKind {
    NONE(""), MESSAGE("message"), TIMER("timer"), ESCALATION("escalation"), TERMINATE("terminate"), FOREIGN("foreign");

    static final String SUFFIX = "EventDefinition";

    private final String word;

    EventKind(String word) {
        this.word = word;
    }

    static EventKind of(String definitionElement) {
        return Arrays.stream(values()).filter(kind -> definitionElement.equals(kind.definition())).findFirst().orElse(FOREIGN);
    }

    String definition() {
        return word + SUFFIX;
    }

    String word() {
        return this == NONE ? "plain" : word;
    }
}
