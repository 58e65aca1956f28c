package jp.futari.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** 職員番号: one person of the staff. The two-person law compares these, never accounts. */
public record OfficerId(@JsonValue String no) {

    @JsonCreator
    public OfficerId {
        if (no == null || !no.matches("[0-9A-Z-]{1,20}")) {
            throw new IllegalArgumentException("an officer number has 1 to 20 digits, capitals or hyphens");
        }
    }

    @Override
    public String toString() {
        return no;
    }
}
