package jp.futari.correspondence.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.futari.shared.jp.EraDate;

/** 帳票の文言: the words of one sheet. Everything personal comes from the approved content, nothing from a register read afterwards. */
public final class PaperText {

    private static final Map<String, String> SEX = Map.of("male", "男", "female", "女", "1", "男", "2", "女", "男", "男", "女", "女", "9", "―");

    private final PaperKind kind;
    private final JsonNode content;
    private final SheetFacts sheet;
    private final Letterhead letterhead;
    private final Map<String, Object> words = new HashMap<>();

    private PaperText(PaperKind kind, JsonNode content, SheetFacts sheet, Letterhead letterhead) {
        this.kind = kind;
        this.content = content;
        this.sheet = sheet;
        this.letterhead = letterhead;
    }

    /** @throws IllegalArgumentException if the content lacks an item the paper must have */
    public static Map<String, Object> of(PaperKind kind, JsonNode content, SheetFacts sheet, Letterhead letterhead) {
        return new PaperText(kind, content, sheet, letterhead).words();
    }

    private Map<String, Object> words() {
        frame();
        recipient();
        switch (kind) {
            case ELIGIBILITY_CERTIFICATE -> {
                certificate();
                words.put("validUntil", date("validUntil"));
            }
            case ELIGIBILITY_NOTICE -> certificate();
            case REFUSAL_NOTICE -> refusal();
            case WITHDRAWAL_NOTICE -> notice();
            case COVER_PAGE -> words.put("enclosures", enclosures());
        }
        return words;
    }

    private void frame() {
        words.put("serial", sheet.serial().digits());
        words.put("serialText", sheet.serial().written());
        words.put("documentNo", sheet.documentNo());
        words.put("issuedOn", EraDate.written(sheet.issuedOn()));
        words.put("issuer", letterhead.issuer());
        words.put("insurerNumber", letterhead.insurerNumber());
        words.put("section", letterhead.section());
        words.put("phone", letterhead.phone());
        words.put("reprint", sheet.reprint());
        words.put("printing", sheet.reprint() ? "再発行（刷り損じの差し替え）" : "初回の印刷");
        words.put("stamps", sheet.stamps().stream().map(stamp -> Map.of("label", stamp.label(), "name", seal(stamp.name()))).toList());
    }

    private static String seal(String familyName) {
        int end = familyName.offsetByCodePoints(0, Math.min(2, familyName.codePointCount(0, familyName.length())));
        return familyName.substring(0, end);
    }

    private void recipient() {
        JsonNode recipient = content.path("recipient");
        words.put("addresseeName", need(recipient, "name"));
        boolean isProtected = recipient.path("protected").asBoolean();
        if (!isProtected || recipient.path("safe").asBoolean()) {
            words.put("postalCode", postal(recipient.path("postalCode").asText("")));
            words.put("address", recipient.path("address").asText(""));
        }
    }

    private static String postal(String digits) {
        return digits.length() == 7 ? digits.substring(0, 3) + "-" + digits.substring(3) : digits;
    }

    private void certificate() {
        words.put("name", need(content, "name"));
        words.put("birthDate", date("birthDate"));
        words.put("sex", SEX.getOrDefault(need(content, "sex"), content.path("sex").asText()));
        words.put("headName", need(content, "headName"));
        words.put("symbol", need(content, "symbol"));
        words.put("number", need(content, "number"));
        words.put("branch", need(content, "branch"));
        words.put("startLabel", "coverage".equals(content.path("startKind").asText()) ? "適用開始年月日" : "資格取得年月日");
        words.put("startsOn", date("startsOn"));
        words.put("specialMedical", content.path("specialMedical").asBoolean());
        words.put("optionalItems", optionalItems());
        if (content.path("copayment").hasNonNull("share")) {
            words.put("copayment", content.path("copayment").path("share").asText());
            words.put("copaymentFrom", written(content.path("copayment"), "from"));
            words.put("validUntil", date("validUntil"));
        }
    }

    private List<Map<String, Object>> optionalItems() {
        List<Map<String, Object>> items = new ArrayList<>();
        content.path("optionalItems").forEach(item -> items.add(Map.of("label", need(item, "label"), "value", need(item, "value"))));
        return items;
    }

    private void notice() {
        words.put("noticeText", need(content, "noticeText"));
        words.put("reason", need(content, "reason"));
        words.put("receivedOn", date("receivedOn"));
        words.put("notificationKind", need(content, "notificationKind"));
        words.put("subjectNames", need(content, "subjectNames"));
    }

    private void refusal() {
        notice();
        words.put("instructions", Instructions.of(letterhead).stream().map(text -> Map.of("text", text)).toList());
    }

    private List<Map<String, Object>> enclosures() {
        List<Map<String, Object>> rows = new ArrayList<>();
        content.path("enclosures").forEach(row -> rows.add(Map.of("title", need(row, "title"),
                "serialText", new SheetSerial(need(row, "serial")).written(), "sheets", row.path("sheets").asInt(1) + "枚")));
        return rows;
    }

    private String date(String key) {
        return written(content, key);
    }

    private static String written(JsonNode node, String key) {
        return EraDate.written(LocalDate.parse(need(node, key)));
    }

    private static String need(JsonNode node, String key) {
        String text = node.path(key).asText("");
        if (text.isBlank()) {
            throw new IllegalArgumentException("the paper needs " + key);
        }
        return text;
    }
}
