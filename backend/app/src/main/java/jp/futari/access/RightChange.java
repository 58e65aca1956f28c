package jp.futari.access;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * 権限の変更の申請: who is to have which role from when to when, or to lose it.
 *
 * @param change {@code grant} or {@code end}
 * @param name   for a person who is not in the register yet: family and given name with a space between
 * @param endsOn last day; with {@code end} and no day, or a day gone by: at once
 */
public record RightChange(String change, String officerNo, Optional<String> name, Optional<String> kana, Optional<String> section, Optional<String> post,
                          Optional<String> username, String role, Optional<LocalDate> startsOn, Optional<LocalDate> endsOn) {

    public static RightChange of(JsonNode values) {
        Function<String, Optional<String>> text = key -> Optional.ofNullable(values.path(key).textValue()).map(String::strip).filter(t -> !t.isEmpty());
        return new RightChange(text.apply("change").orElse(""), text.apply("officerNo").orElse(""), text.apply("officerName"), text.apply("officerKana"),
                text.apply("section"), text.apply("post"), text.apply("username").map(name -> name.toLowerCase(Locale.ROOT)), text.apply("role").orElse(""),
                text.apply("startsOn").flatMap(RightChange::date), text.apply("endsOn").flatMap(RightChange::date));
    }

    private static Optional<LocalDate> date(String iso) {
        try {
            return Optional.of(LocalDate.parse(iso));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    public boolean isGrant() {
        return change.equals("grant");
    }
}
