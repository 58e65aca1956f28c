package jp.futari.eligibility.process;

import static jp.futari.eligibility.process.EnrollmentOffice.aNumber;
import static jp.futari.eligibility.process.EnrollmentOffice.json;
import static org.assertj.core.api.BDDAssertions.then;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jp.futari.access.Browser;
import jp.futari.eligibility.process.EnrollmentOffice.Journey;
import jp.futari.shared.BusinessClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Bad input at the entry of the real notice. Papers that are none are in {@code PaperFileTest} and {@code PapersOverHttpTest}. */
@DisplayName("悪い入力は、項目の名を言って断る。式は文字のまま")
class BadInputTest {

    private static final int TEN_MEGABYTES = 10 * 1024 * 1024;
    private static final String EXPRESSION = "${execution.setVariable('confirmed','yes')}#{1+1}";
    /** Fields of these kinds take words as they are written. */
    private static final Set<String> WORDS = Set.of("jp-text", "jp-name", "jp-kana", "jp-address", "jp-phone", "jp-number", "textarea", "textfield");
    /** Judged by looking the number up, after the form itself is right. */
    private static final String LOOKED_UP = "jp-addressee";
    private static EnrollmentOffice office;
    private static Map<String, String> fields;

    @BeforeAll
    static void open() throws IOException {
        office = new EnrollmentOffice();
        fields = new LinkedHashMap<>();
        try (var form = BadInputTest.class.getResourceAsStream("/forms/eligibility/ReceiveNotification.form")) {
            collect(new ObjectMapper().readTree(form), "");
        }
    }

    @AfterAll
    static void close() {
        office.close();
    }

    /** Every field of the form by its key, rows as row 0, with its kind. */
    private static void collect(JsonNode node, String list) {
        var inside = node.path("type").asText().equals("dynamiclist") ? node.path("path").asText() + ".0." : list;
        for (var component : node.path("components")) {
            if (component.has("key")) {
                fields.put(inside + component.path("key").asText(), component.path("type").asText());
            }
            collect(component, inside);
        }
    }

    private static Journey received() {
        return office.receive(office.aCouple());
    }

    /** All fields of the form with this value. */
    private static ObjectNode everyField(JsonNode value) {
        var values = JsonNodeFactory.instance.objectNode();
        fields.keySet().forEach(key -> {
            var parts = key.split("\\.");
            var target = parts.length == 1 ? values : values.withArray(parts[0]).isEmpty() ? values.withArray(parts[0]).addObject() : (ObjectNode) values.withArray(parts[0]).get(0);
            target.set(parts[parts.length - 1], value);
        });
        return values;
    }

    private static Set<String> named(Browser.Answer answer) {
        var keys = new TreeSet<String>();
        answer.json().path("fields").forEach(field -> keys.add(field.path("key").asText()));
        return keys;
    }

    @Test
    @DisplayName("式を全部の項目に入れると、字を書く項目のほかはすべて、名を言って断られる")
    void expressions_in_every_field_are_refused_by_name() {
        var journey = received();
        var answer = journey.send(office.counter, "receive-notification", everyField(JsonNodeFactory.instance.textNode(EXPRESSION)));
        then(answer.status).as(answer.body).isEqualTo(422);
        then(named(answer)).containsAll(fields.keySet().stream().filter(key -> !WORDS.contains(fields.get(key)) && !fields.get(key).equals(LOOKED_UP)).toList());
        then(answer.body).doesNotContain(EXPRESSION);
        then(journey.task("receive-notification", "check")).as("nothing was sent").isNull();
    }

    @Test
    @DisplayName("字を書く項目の式は、計算されずに書かれたまま残り、宛名番号の式は名を言って断られる")
    void an_expression_in_words_stays_what_was_written() {
        var journey = received();
        var values = notice(journey);
        for (var key : List.of("headAddresseeNo", "persons.0.addresseeNo")) {
            var slipped = values.deepCopy();
            (key.startsWith("persons") ? (ObjectNode) slipped.path("persons").path(0) : slipped).put(key.substring(key.lastIndexOf('.') + 1), EXPRESSION);
            var refused = journey.send(office.counter, "receive-notification", slipped);
            then(refused.status).as(refused.body).isEqualTo(422);
            then(named(refused)).contains(key);
        }
        var answer = journey.send(office.counter, "receive-notification", values);
        thenItStands(journey, answer);
    }

    private static ObjectNode notice(Journey journey) {
        var values = journey.opened(office.counter, "receive-notification");
        var left = LocalDate.now(BusinessClock.ZONE).minusDays(5);
        values.setAll(json("{'notificationKind':'exclusion-ended','reason':'left-employer-insurance','notifier':'head',"
                + "'previousInsurerNumber':'06990014','identityCheck':'my-number-card','documents':['loss-certificate','number-document']}"));
        values.put("previousInsurer", EXPRESSION).put("eventOn", left.toString()).put("previousLossOn", left.toString()).put("notifiedOn", left.plusDays(1).toString());
        ((ObjectNode) values.path("persons").path(0)).put("mynaInsurance", "no").put("personalNumber", journey.candidate(office.counter, "persons.0.personalNumber", aNumber(990_001)));
        return values;
    }

    private static void thenItStands(Journey journey, Browser.Answer answer) {
        then(answer.status).as(answer.body).isEqualTo(200);
        then(office.server.column("SELECT s.content::jsonb -> 'values' ->> 'previousInsurer' FROM submission s JOIN step t ON t.id = s.step_id WHERE t.case_id = '" + journey.caseId + "'"))
                .containsExactly(EXPRESSION);
        then(journey.task("receive-notification", "check")).as("it waits for its check").isNotNull();
        then(office.server.column("SELECT name_ FROM engine.act_ru_variable v JOIN engine.act_ru_execution x ON x.id_ = v.proc_inst_id_ WHERE x.business_key_ = '" + journey.caseId
                + "' AND name_ = 'confirmed'")).isEmpty();
    }

    @Test
    @DisplayName("形のちがう値は、どの項目でも名を言って断られる")
    void wrong_types_are_refused_by_name() {
        var journey = received();
        var answer = journey.send(office.counter, "receive-notification", everyField(json("{'$type':'java.lang.Runtime'}")));
        then(answer.status).as(answer.body).isEqualTo(422);
        then(named(answer)).containsAll(fields.keySet());
        for (var rows : List.of("'x'", "{}", "[1]", "[[]]")) {
            var refused = journey.send(office.counter, "receive-notification", json("{'persons':" + rows + "}"));
            then(refused.status).as(rows).isEqualTo(422);
            then(named(refused)).as(rows).anyMatch(key -> key.startsWith("persons"));
        }
        var task = journey.task("receive-notification", "do");
        for (var wrong : Map.of("values", "{\"claim\":true,\"values\":[]}", "claim", "{\"claim\":{},\"values\":{}}").entrySet()) {
            var refused = office.counter.post("/api/tasks/" + task + "/complete", wrong.getValue(), "1");
            then(refused.status).as(wrong.getKey()).isEqualTo(400);
            then(named(refused)).containsExactly(wrong.getKey());
        }
    }

    @Test
    @DisplayName("知らない項目は、どこにあっても名を言って断られる")
    void unknown_fields_are_refused_by_name() {
        var journey = received();
        then(named(journey.send(office.counter, "receive-notification", json("{'approvedBy':'E001'}")))).contains("approvedBy");
        then(named(journey.send(office.counter, "receive-notification", json("{'persons':[{'approvedBy':'E001'}]}")))).contains("persons.0.approvedBy");
        var beside = office.counter.post("/api/tasks/" + journey.task("receive-notification", "do") + "/complete", "{\"claim\":true,\"values\":{},\"approvedBy\":\"E001\"}", "1");
        then(beside.status).isEqualTo(400);
        then(named(beside)).containsExactly("approvedBy");
    }

    @Test
    @DisplayName("10 MB の JSON は、長さを言っても言わなくても受け取らず、答えて断る")
    void ten_megabytes_of_json_are_refused() throws Exception {
        var path = "/api/tasks/" + received().task("receive-notification", "do") + "/complete";
        var body = ("{\"claim\":true,\"values\":{\"previousInsurer\":\"" + "あ".repeat(TEN_MEGABYTES / 3) + "\"}}").getBytes(StandardCharsets.UTF_8);
        var declared = post(path, HttpRequest.BodyPublishers.ofByteArray(body));
        then(declared.statusCode()).isEqualTo(413);
        then(declared.body()).contains("web.body-too-large");
        var streamed = post(path, HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));
        then(streamed.statusCode()).as(streamed.body()).isIn(400, 413);
        then(streamed.headers().firstValue("Content-Type").orElse("")).contains("problem+json");
        var deep = office.counter.post(path, "{\"values\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}", "1");
        then(deep.status).isEqualTo(400);
    }

    private static HttpResponse<String> post(String path, HttpRequest.BodyPublisher body) throws IOException, InterruptedException {
        var who = office.counter;
        var cookies = who.cookies.entrySet().stream().map(cookie -> cookie.getKey() + "=" + cookie.getValue()).collect(Collectors.joining("; "));
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build().send(HttpRequest.newBuilder(URI.create("http://localhost:" + office.server.port + path)).header("Cookie", cookies)
                .header("X-XSRF-TOKEN", who.cookies.get("XSRF-TOKEN")).header("Content-Type", "application/json").header("If-Match", "\"1\"").POST(body).build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
