package jp.futari.casework.application;

import java.util.List;
import java.util.Optional;

/** 確かめる項目 as the checker answers it: one field, or the compared fields of one box of the paper. The record stays one row per field. */
record CheckItemGroup(String key, List<CheckItemState> fields) {

    boolean isOneField() {
        return fields.size() == 1;
    }

    CheckItemState first() {
        return fields.get(0);
    }

    boolean isReenter() {
        return first().isReenter();
    }

    boolean isAnswered() {
        return fields.stream().allMatch(CheckItemState::isAnswered);
    }

    boolean isSettled() {
        return fields.stream().allMatch(CheckItemState::isSettled);
    }

    Optional<CheckItemState> field(String fieldKey) {
        return fields.stream().filter(field -> field.key().equals(fieldKey)).findFirst();
    }

    /** What the screen says of the whole item: open while one field waits, wrong when one is. */
    String state() {
        return fields.stream().filter(field -> !field.isAnswered()).findFirst().or(() -> fields.stream().filter(field -> !field.isSettled()).findFirst()).orElse(first()).state();
    }
}
