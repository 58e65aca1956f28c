package jp.futari.demo.city;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;

/** Writes one chunk: the persons, then their households. The columns are those of {@code LoadingRegister}; the kind of insurance is not among them. */
final class ChunkWriter {

    private ChunkWriter() {
    }

    static void write(JsonGenerator json, int number, List<CityHousehold> households) throws IOException {
        json.writeStartObject();
        json.writeNumberField("chunk", number);
        json.writeArrayFieldStart("persons");
        for (var household : households) {
            for (var member : household.members()) {
                person(json, member.person());
            }
        }
        json.writeEndArray();
        json.writeArrayFieldStart("households");
        for (var household : households) {
            household(json, household);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void person(JsonGenerator json, CityPerson person) throws IOException {
        json.writeStartObject();
        text(json, "addresseeNo", person.addresseeNo());
        text(json, "name", person.name());
        text(json, "kana", person.kana());
        text(json, "alias", person.alias());
        text(json, "aliasKana", person.aliasKana());
        text(json, "romanName", person.romanName());
        day(json, "birthDate", person.birthDate());
        text(json, "sex", person.sexCode());
        text(json, "postalCode", person.postalCode());
        text(json, "address", person.address());
        text(json, "addressNote", person.addressNote());
        text(json, "formerAddress", person.formerAddress());
        if (person.protectedPerson()) {
            json.writeBooleanField("protectedPerson", true);
        }
        text(json, "nationality", person.nationality());
        text(json, "residenceStatus", person.residenceStatus());
        day(json, "residenceUntil", person.residenceUntil());
        day(json, "since", person.since());
        day(json, "until", person.until());
        json.writeEndObject();
    }

    private static void household(JsonGenerator json, CityHousehold household) throws IOException {
        json.writeStartObject();
        text(json, "householdNo", household.householdNo());
        day(json, "since", household.since());
        day(json, "until", household.until());
        json.writeArrayFieldStart("members");
        for (var member : household.members()) {
            json.writeStartObject();
            text(json, "addresseeNo", member.person().addresseeNo());
            text(json, "relationship", member.relationship());
            day(json, "since", member.person().since());
            day(json, "until", member.person().until());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void text(JsonGenerator json, String field, String value) throws IOException {
        if (value != null) {
            json.writeStringField(field, value);
        }
    }

    private static void day(JsonGenerator json, String field, LocalDate value) throws IOException {
        if (value != null) {
            json.writeStringField(field, value.toString());
        }
    }
}
