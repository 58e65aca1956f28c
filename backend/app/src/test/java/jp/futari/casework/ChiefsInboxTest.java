package jp.futari.casework;

import static org.assertj.core.api.BDDAssertions.then;

import jp.futari.access.Browser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** 係の仕事 as a chief sees it: all work of the section to hand out, none of it to do without its right. */
class ChiefsInboxTest {

    private static CaseworkServer server;
    private static Browser clerk;
    private static Browser chief;

    @BeforeAll
    static void start() {
        server = new CaseworkServer();
        server.staff.person("S001", "eligibility", "counter-clerk").person("S002", "eligibility", "eligibility-clerk").person("S003", "eligibility", "section-chief")
                .terminal("KH-014", "t1").terminal("KH-021", "t2");
        clerk = server.signedIn("S001", "t1");
        chief = server.signedIn("S003", "t2");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    @DisplayName("係長は係の仕事をすべて見て、入力した人を除いた人に割り当てられる。自分の権限にない仕事は引き受けられない")
    void a_chief_sees_and_hands_out_the_work_of_the_section() {
        // given
        String task = clerk.post("/api/cases", "{\"kind\":\"proof\"}").json().path("taskId").asText();
        clerk.post("/api/tasks/" + task + "/complete", "{\"claim\":true,\"values\":{\"amount\":12345,\"remark\":\"架空の摘要\"}}", "1");
        // when
        var team = chief.get("/api/tasks?view=team").json();
        var check = team.path("rows").path(0);
        // then
        then(team.path("counts").path("team").asInt()).isEqualTo(1);
        then(team.path("counts").path("check").asInt()).isZero();
        then(check.path("allowed").toString()).isEqualTo("[\"assign\"]");
        var assignees = chief.post("/api/tasks/assignees", "{\"ids\":[\"" + check.path("id").asText() + "\"]}");
        then(assignees.json().findValuesAsText("no")).containsExactly("S002");
        then(chief.post("/api/tasks/claim", "{\"ids\":[\"" + check.path("id").asText() + "\"]}").json().path("results").path(0).path("ok").asBoolean()).isFalse();
        then(chief.post("/api/tasks/assign", "{\"ids\":[\"" + check.path("id").asText() + "\"],\"to\":\"S002\"}").json().path("results").path(0).path("ok").asBoolean()).isTrue();
    }

    @Test
    @DisplayName("係長でない人には、割り当てられる人を答えない")
    void a_clerk_is_not_told_who_may_take_the_work() {
        String task = clerk.post("/api/cases", "{\"kind\":\"proof\"}").json().path("taskId").asText();
        then(clerk.post("/api/tasks/assignees", "{\"ids\":[\"" + task + "\"]}").status).isEqualTo(403);
    }
}
