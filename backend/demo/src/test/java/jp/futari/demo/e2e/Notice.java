package jp.futari.demo.e2e;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.futari.demo.city.CityHousehold;
import jp.futari.demo.city.DemoNumber;
import jp.futari.shared.BusinessClock;

/** 一人の届: someone who left an employer's insurance; what the paper says, as values of the entry form and as a person types them. */
public record Notice(CityHousehold household) {

    static final String INSURER_NUMBER = "06990014";

    static Notice of(CityHousehold household) {
        return new Notice(household);
    }

    String number() {
        return DemoNumber.of(household.head().index());
    }

    String addresseeNo() {
        return household.head().addresseeNo();
    }

    String name() {
        return household.head().name();
    }

    LocalDate eventOn() {
        return LocalDate.now(BusinessClock.ZONE).minusDays(9);
    }

    String eventTyped() {
        return typed(eventOn());
    }

    String postalCode() {
        return household.head().postalCode().replace("-", "");
    }

    /** R8.11.5 */
    static String typed(LocalDate day) {
        return "R" + (day.getYear() - 2018) + "." + day.getMonthValue() + "." + day.getDayOfMonth();
    }

    /** Everything but the number, which goes to the vault. */
    Map<String, Object> values() {
        var head = household.head();
        var person = new LinkedHashMap<String, Object>(Map.of("addresseeNo", head.addresseeNo(), "name", head.name(), "kana", head.kana(), "birthDate", head.birthDate().toString(), "sex", head.male() ? "male" : "female",
                "relationship", "世帯主", "occupation", "なし", "mynaInsurance", "no"));
        var values = new LinkedHashMap<String, Object>();
        values.put("notificationKind", "exclusion-ended");
        values.put("notifiedOn", eventOn().plusDays(3).toString());
        values.put("eventOn", eventOn().toString());
        values.put("reason", "left-employer-insurance");
        values.put("previousInsurer", "みどり野商工健康保険組合");
        values.put("previousInsurerNumber", INSURER_NUMBER);
        values.put("previousLossOn", eventOn().toString());
        values.put("notifier", "head");
        values.put("identityCheck", "my-number-card");
        values.put("documents", List.of("loss-certificate", "number-document"));
        values.put("headAddresseeNo", head.addresseeNo());
        values.put("headName", head.name());
        values.put("postalCode", postalCode());
        values.put("address", head.address() + (head.addressNote() == null ? "" : "　" + head.addressNote()));
        values.put("phone", "000-0000-0099");
        values.put("persons", List.of(person));
        return values;
    }

    /** What the second person types blind, by the item's key. */
    String blind(String key) {
        return switch (key) {
            case "eventOn", "previousLossOn" -> eventOn().toString();
            case "previousInsurerNumber" -> INSURER_NUMBER;
            case "postalCode" -> postalCode();
            default -> throw new IllegalArgumentException(key);
        };
    }
}
