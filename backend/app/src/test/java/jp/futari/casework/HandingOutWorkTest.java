package jp.futari.casework;

import static org.assertj.core.api.BDDAssertions.then;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import jp.futari.access.Browser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** 割り当て: a chief hands work only to those who could take it now, and only work of the sections their right leads. */
class HandingOutWorkTest {

    private static CaseworkServer server;
    private static Browser clerk;
    private static Browser chief;
    private static Browser stepsAside;

    @BeforeAll
    static void start() {
        server = new CaseworkServer();
        server.staff.person("S001", "eligibility", "counter-clerk", "eligibility-clerk").person("S002", "eligibility", "eligibility-clerk").person("S003", "eligibility")
                .grant("S003", "section-chief", "eligibility").person("S004", "eligibility", "eligibility-clerk").person("S005", "eligibility", "eligibility-clerk")
                .person("S006", "levy", "levy-clerk").terminal("KH-014", "t1").terminal("KH-021", "t2").terminal("KH-022", "t3");
        server.staff.change("UPDATE account SET ends_on = office_today() - 1 WHERE officer_no = 'S004'");
        clerk = server.signedIn("S001", "t1");
        chief = server.signedIn("S003", "t2");
        stepsAside = server.signedIn("S005", "t3");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    @DisplayName("えらべるのは、いまその仕事ができる人だけ。ほかの人に割り当てようとすると、理由とともに断られ、記録に残る")
    void work_is_handed_only_to_those_who_could_take_it_now() {
        // given
        var journey = ProofJourney.startedBy(server, clerk).enteredBy(clerk);
        String check = journey.check();
        stepsAside.post("/api/cases/" + URLEncoder.encode(journey.caseNo, StandardCharsets.UTF_8) + "/interest", "{\"relation\":\"family\"}");
        // then
        then(able(check)).containsExactly("S002");
        then(assign(check, "S001")).isEqualTo("casework.assign.contributed");
        then(assign(check, "S004")).isEqualTo("casework.assign.account-missing");
        then(assign(check, "S005")).isEqualTo("casework.assign.interest");
        then(assign(check, "S006")).isEqualTo("casework.assign.role-missing");
        then(assign(check, "S999")).isEqualTo("casework.assign.account-missing");
        then(server.one("SELECT claimed_by FROM work_item WHERE task_id = '" + check + "'")).isNull();
        then(journey.refusals()).contains("casework.assign.contributed", "casework.assign.account-missing", "casework.assign.interest", "casework.assign.role-missing");
        then(assign(check, "S002")).isEmpty();
    }

    @Test
    @DisplayName("保留中の仕事は、だれにも割り当てられない")
    void work_on_hold_is_handed_to_nobody() {
        var journey = ProofJourney.startedBy(server, clerk);
        String task = journey.doTask();
        journey.claim(clerk, task);
        clerk.post("/api/tasks/" + task + "/hold", "{\"reason\":\"架空の理由\",\"until\":\"2099-01-04\"}");
        then(able(task)).isEmpty();
        then(assign(task, "S002")).isEqualTo("casework.task.on-hold");
    }

    @Test
    @DisplayName("ほかの係の仕事と、課共通の仕事は、1つの係の係長には割り当てられない")
    void a_chief_of_one_section_hands_out_neither_another_sections_work_nor_the_whole_offices() {
        for (String section : List.of("levy", "office")) {
            var journey = ProofJourney.startedBy(server, clerk);
            String task = journey.doTask();
            server.staff.change("UPDATE work_item SET section = '" + section + "' WHERE task_id = '" + task + "'");
            then(chief.post("/api/tasks/assignees", "{\"ids\":[\"" + task + "\"]}").code()).as(section).isEqualTo("casework.assign.only-chiefs");
            then(assign(task, "S002")).as(section).isEqualTo("casework.assign.only-chiefs");
        }
    }

    private static List<String> able(String task) {
        return chief.post("/api/tasks/assignees", "{\"ids\":[\"" + task + "\"]}").json().findValuesAsText("no");
    }

    /** @return the code of the refusal, or nothing */
    private static String assign(String task, String to) {
        return chief.post("/api/tasks/assign", "{\"ids\":[\"" + task + "\"],\"to\":\"" + to + "\"}").json().path("results").path(0).path("code").asText();
    }
}
