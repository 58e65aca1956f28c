package jp.futari.demo.e2e;

import static org.assertj.core.api.BDDAssertions.then;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import jp.futari.Requirement;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@DisplayName("個人番号はどこにもない（本物のブラウザー・データベース・記録、screens.md 14 の 13・14）")
@ExtendWith(PlayedOffice.class)
class NumberNowhereTest {

    @Test
    @Requirement({"ACQ-19", "AUTH-09"})
    @DisplayName("受付から照合まで番号を入れて進めても、画面・通信・データベース・記録のどこにもその番号はない")
    void the_number_is_nowhere(PlayedOffice office) throws Exception {
        var notice = office.notice();
        var hunt = NumberHunt.of(notice.number());
        var seen = new CopyOnWriteArrayList<String>();
        try (var first = office.at(office.clerk(0)); var second = office.at(office.clerk(1))) {
            for (var desk : List.of(first, second)) {
                desk.page().onResponse(response -> {
                    seen.add(response.url());
                    if (response.headers().getOrDefault("content-type", "").matches(".*(json|html|javascript|text).*")) {
                        seen.add(response.text());
                    }
                });
            }
            // when: typed at the entry, on the screen
            var task = first.receive();
            var caseNo = first.caseOf(task);
            first.put("/api/tasks/" + task + "/draft", Map.of("values", notice.values()));
            var page = first.open("/tasks/" + task).page();
            page.locator("[data-field='persons.0.personalNumber'] input").fill(notice.number());
            page.locator("[data-field='persons.0.personalNumber'] input").press("Enter");
            page.waitForTimeout(1_000);
            seen.add(page.content());
            page.keyboard().press("F12");
            page.waitForURL(url -> !url.contains(task));
            // and at the check
            var check = first.taskOf(caseNo);
            second.claim(check);
            second.open("/checks/" + check).page().waitForSelector("[data-item='persons.0.personalNumber'] button");
            second.page().locator("[data-item='persons.0.personalNumber'] button").first().click();
            second.page().waitForSelector("[data-item='persons.0.personalNumber'] [data-attempt] input");
            second.page().keyboard().type(notice.number());
            second.page().keyboard().press("Enter");
            second.page().waitForSelector("[data-item='persons.0.personalNumber']:has-text('一致しました')");
            seen.add(second.page().content());
            second.answerAll(check, notice);
            then(second.post("/api/checks/" + check + "/complete", Map.of()).status()).isEqualTo(200);
            second.open("/cases/" + Desk.encoded(caseNo) + "?tab=history").page().waitForSelector("text=2人で確認");
            seen.add(second.page().content());
        }
        // then
        then(hunt.in("browser", String.join("\n", seen))).isEmpty();
        then(inTables(office, hunt)).isEmpty();
        then(inLogs(office, hunt)).isEmpty();
    }

    @Test
    @DisplayName("番号を表示する前に記録が残る。記録が書けないときは、番号は出ない")
    void a_reveal_writes_its_record_first(PlayedOffice office) {
        try (var first = office.at(office.clerk(0)); var second = office.at(office.clerk(1))) {
            // given: a number typed differently, twice
            var notice = office.notice();
            var task = first.receive();
            var caseNo = first.caseOf(task);
            first.enter(task, notice);
            var check = first.taskOf(caseNo);
            second.claim(check);
            second.get("/api/checks/" + check);
            var other = office.notice().number();
            var item = "/api/checks/" + check + "/items/persons.0.personalNumber";
            var candidate = second.post("/api/mynumber/candidates", Map.of("taskId", check, "field", "persons.0.personalNumber", "number", other)).json().path("candidate").asText();
            then(second.post(item + "/attempts", Map.of("value", candidate)).json().path("result").asText()).isEqualTo("differ");
            then(second.post(item + "/answer", Map.of("answer", "entry-mistake", "reason", "misread-digit")).status()).isEqualTo(200);
            var asked = Map.of("taskId", check, "field", "persons.0.personalNumber", "purpose", "settle-mismatch");
            // when: the record cannot be written
            office.change("REVOKE INSERT ON futari.audit_event FROM futari_app");
            Desk.Answer without;
            try {
                without = second.post("/api/mynumber/reveals", asked);
            } finally {
                office.change("GRANT INSERT ON futari.audit_event TO futari_app");
            }
            // then
            then(without.status()).isGreaterThanOrEqualTo(400);
            then(NumberHunt.of(notice.number()).in("answer", without.text())).isEmpty();
            // when
            var shown = second.post("/api/mynumber/reveals", asked);
            // then
            then(shown.status()).as(shown.text()).isEqualTo(200);
            then(String.join("", strings(shown))).isEqualTo(notice.number());
            then(office.sql("SELECT action FROM futari.audit_event e JOIN futari.case_file f ON f.id = e.case_id WHERE f.case_no = '" + caseNo + "' AND e.action = 'mynumber.reveal' AND e.kind <> 'REFUSAL'")).hasSize(1);
            // and only once
            then(second.post("/api/mynumber/reveals", asked).status()).isEqualTo(409);
        }
    }

    private static List<String> strings(Desk.Answer answer) {
        var groups = new ArrayList<String>();
        answer.json().path("groups").forEach(group -> groups.add(group.asText()));
        return groups;
    }

    /** Every row the owner may read, the engine's among them; the vault keeps it sealed and under another owner. */
    private static List<String> inTables(PlayedOffice office, NumberHunt hunt) throws SQLException {
        var found = new ArrayList<String>();
        try (var connection = office.connect("futari_owner"); var tables = connection.createStatement().executeQuery(
                "SELECT quote_ident(schemaname) || '.' || quote_ident(tablename) FROM pg_tables WHERE schemaname IN ('futari', 'engine') AND has_table_privilege(quote_ident(schemaname) || '.' || quote_ident(tablename), 'SELECT')")) {
            while (tables.next()) {
                try (var rows = connection.createStatement().executeQuery("SELECT t::text FROM " + tables.getString(1) + " t")) {
                    var text = new StringBuilder();
                    while (rows.next()) {
                        text.append(rows.getString(1)).append('\n');
                    }
                    found.addAll(hunt.in(tables.getString(1), text.toString()));
                }
            }
        }
        return found;
    }

    private static List<String> inLogs(PlayedOffice office, NumberHunt hunt) throws IOException {
        var found = new ArrayList<String>();
        try (var files = Files.walk(office.home())) {
            for (var file : files.filter(path -> path.toString().endsWith(".log")).toList()) {
                found.addAll(hunt.in(file.getFileName().toString(), new String(Files.readAllBytes(file), StandardCharsets.UTF_8)));
            }
        }
        return found;
    }
}
