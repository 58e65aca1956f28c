package jp.futari.demo.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.futari.demo.StaffEntry;

/** 席: a person signed in at a window; the page, and the same session's own calls of the API, as someone with a developer panel would make them. */
public final class Desk implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** {@code -Dfutari.e2e.shots=} a folder: what each desk showed last. */
    private static final String SHOTS = System.getProperty("futari.e2e.shots");

    private final PlayedOffice office;
    private final StaffEntry person;
    private final Page page;

    Desk(PlayedOffice office, StaffEntry person, Page page) {
        this.office = office;
        this.person = person;
        this.page = page;
    }

    public Page page() {
        return page;
    }

    public StaffEntry person() {
        return person;
    }

    public Desk open(String path) {
        page.navigate(office.baseUrl() + path);
        return this;
    }

    /** An answer of the API, whatever it was. */
    public record Answer(int status, String text) {

        JsonNode json() {
            try {
                return JSON.readTree(text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        String code() {
            return json().path("code").asText();
        }
    }

    public Answer get(String path) {
        return answer(page.request().get(office.baseUrl() + path));
    }

    public Answer post(String path, Object body) {
        return post(path, body, UUID.randomUUID().toString());
    }

    public Answer post(String path, Object body, String idempotencyKey) {
        var version = version(path);
        var options = RequestOptions.create().setHeader("X-XSRF-TOKEN", csrf()).setHeader("Idempotency-Key", idempotencyKey).setHeader("Content-Type", "application/json").setData(json(body));
        if (version != null) {
            options.setHeader("If-Match", "\"" + version + "\"");
        }
        return answer(page.request().post(office.baseUrl() + path, options));
    }

    /** Completing says which version was seen. */
    private String version(String path) {
        if (!path.matches("/api/(tasks|checks)/[^/]+/(complete|return)")) {
            return null;
        }
        var seen = get(path.replaceFirst("/[^/]+$", ""));
        return seen.status() == 200 && seen.json().hasNonNull("version") ? seen.json().path("version").asText() : null;
    }

    public Answer put(String path, Object body) {
        return answer(page.request().put(office.baseUrl() + path, RequestOptions.create().setHeader("X-XSRF-TOKEN", csrf()).setHeader("Content-Type", "application/json").setData(json(body))));
    }

    private String csrf() {
        return page.context().cookies(office.baseUrl()).stream().filter(cookie -> cookie.name.equals("XSRF-TOKEN")).map(cookie -> cookie.value).findFirst().orElse("");
    }

    private static String json(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Answer answer(APIResponse response) {
        return new Answer(response.status(), response.text());
    }

    private Answer sure(Answer answer) {
        if (answer.status() / 100 != 2) {
            throw new AssertionError(person.username() + ": " + answer);
        }
        return answer;
    }

    /** Receives a notice at the counter and claims its entry. @return the task */
    public String receive() {
        var started = sure(post("/api/cases", Map.of("kind", "enrollment", "channel", "counter"))).json();
        var task = started.path("taskId").asText();
        sure(post("/api/tasks/claim", Map.of("ids", List.of(task))));
        return task;
    }

    /** Enters the notice, number and all, and sends it to the check. */
    public void enter(String task, Notice notice) {
        var values = notice.values();
        var candidate = sure(post("/api/mynumber/candidates", Map.of("taskId", task, "field", "persons.0.personalNumber", "number", notice.number()))).json().path("candidate").asText();
        @SuppressWarnings("unchecked")
        var row = (Map<String, Object>) ((List<?>) values.get("persons")).get(0);
        row.put("personalNumber", candidate);
        sure(post("/api/tasks/" + task + "/complete", Map.of("values", values)));
    }

    public String caseOf(String task) {
        return office.sql("SELECT f.case_no FROM futari.work_item w JOIN futari.case_file f ON f.id = w.case_id WHERE w.task_id = '" + task + "'").get(0);
    }

    /** The open task of the case. */
    public String taskOf(String caseNo) {
        return office.sql("SELECT w.task_id FROM futari.work_item w JOIN futari.case_file f ON f.id = w.case_id WHERE f.case_no = '" + caseNo + "'").get(0);
    }

    public Answer claim(String task) {
        return post("/api/tasks/claim", Map.of("ids", List.of(task)));
    }

    /** Answers everything the check asks as the paper has it. */
    public void answerAll(String check, Notice notice) {
        for (var item : sure(get("/api/checks/" + check)).json().path("items")) {
            var path = "/api/checks/" + check + "/items/" + item.path("key").asText();
            if (item.path("state").asText().matches("matched|same")) {
                continue;
            }
            if (item.path("key").asText().endsWith("personalNumber")) {
                var candidate = sure(post("/api/mynumber/candidates", Map.of("taskId", check, "field", item.path("key").asText(), "number", notice.number()))).json().path("candidate").asText();
                sure(post(path + "/attempts", Map.of("value", candidate)));
            } else if (item.path("kind").asText().equals("reenter")) {
                sure(post(path + "/attempts", Map.of("value", notice.blind(item.path("key").asText()))));
            } else {
                sure(post(path + "/answer", Map.of("answer", "same")));
            }
        }
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        if (SHOTS != null) {
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of(SHOTS, person.username() + "-" + System.currentTimeMillis() + ".png")));
        }
        page.context().close();
    }
}
