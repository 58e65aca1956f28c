package jp.futari.eligibility.application;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import jp.futari.addressee.Household;
import jp.futari.addressee.Person;
import jp.futari.casework.spi.StepWork.RegisterValue;
import jp.futari.shared.jp.VariantFolding;

/** 住民票から: what the resident register says beside each field, and what a notice may begin with. */
final class RegisterWords {

    private static final String SOURCE = "住民票";

    private RegisterWords() {
    }

    static Map<String, RegisterValue> beside(NoticeFacts facts) {
        Map<String, RegisterValue> values = new LinkedHashMap<>();
        facts.head().ifPresent(head -> {
            put(values, "headName", head.name(), note(head.name(), facts.notice().headName()));
            put(values, "postalCode", head.postalCode(), null);
            put(values, "address", head.writtenAddress(), null);
        });
        facts.notice().persons().forEach(applicant -> facts.person(applicant).ifPresent(person -> {
            put(values, applicant.field("name"), person.name(), note(person.name(), applicant.name()));
            put(values, applicant.field("kana"), person.kana(), null);
            put(values, applicant.field("birthDate"), person.birthDate() == null ? null : person.birthDate().toString(), null);
            put(values, applicant.field("sex"), ComparingPersons.sex(person), null);
            facts.member(applicant).ifPresent(member -> put(values, applicant.field("relationship"), member.relationship(), null));
        }));
        return values;
    }

    private static void put(Map<String, RegisterValue> values, String field, String value, String note) {
        if (value != null) {
            values.put(field, new RegisterValue(value, SOURCE, note));
        }
    }

    /** The differing character is told where the name is the same but written otherwise. */
    private static String note(String registered, String entered) {
        if (entered == null || entered.equals(registered)) {
            return null;
        }
        var differences = VariantFolding.differences(entered, registered);
        return differences.isEmpty() ? null : "異体字: " + String.join("、", differences);
    }

    /** The notice of one person of a household, filled from the register. The head's relationship and the rest are typed from the paper. */
    static void fill(ObjectNode values, Household household, Person subject) {
        household.head().ifPresent(head -> {
            values.put("headAddresseeNo", head.addresseeNo());
            values.put("headName", head.name());
            if (!head.addressMasked()) {
                put(values, "postalCode", head.postalCode());
                put(values, "address", head.writtenAddress());
            }
        });
        ArrayNode persons = values.putArray("persons");
        household.members().stream().filter(member -> member.person().addresseeNo().equals(subject.addresseeNo())).forEach(member -> persons.add(row(member)));
    }

    private static ObjectNode row(Household.Member member) {
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        Person person = member.person();
        row.put("addresseeNo", person.addresseeNo());
        put(row, "name", person.name());
        put(row, "kana", person.kana());
        put(row, "birthDate", person.birthDate() == null ? null : person.birthDate().toString());
        put(row, "sex", ComparingPersons.sex(person));
        put(row, "relationship", member.relationship());
        if (person.isForeigner()) {
            put(row, "residenceStatus", person.residenceStatus());
            put(row, "residenceUntil", person.residenceUntil() == null ? null : person.residenceUntil().toString());
        }
        return row;
    }

    private static void put(ObjectNode values, String key, String value) {
        if (value != null) {
            values.put(key, value);
        }
    }
}
