package jp.futari.mynumber;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** 番号の候補: the random id that stands for a typed number everywhere outside the vault. It says nothing about the number. */
public record CandidateId(@JsonValue UUID value) {

    @JsonCreator
    public CandidateId {
        java.util.Objects.requireNonNull(value);
    }

    public static CandidateId of(String text) {
        return new CandidateId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
