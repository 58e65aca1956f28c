package jp.futari.compliance;

import static org.assertj.core.api.BDDAssertions.then;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import jp.futari.Requirement;
import jp.futari.access.Browser;
import jp.futari.casework.CaseworkServer;
import jp.futari.shared.BusinessClock;
import jp.futari.support.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;

/** 権限の付与と終了: four persons where the office has four, and never the one whose right it is. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Requirement({"AUTH-13", "MANUAL-02"})
class AccessRightProcessTest {

    private CaseworkServer server;
    private final List<Browser> administrators = new ArrayList<>();
    private Browser chief;
    private Browser manager;
    private int newcomers;

    @BeforeAll
    void open() {
        server = new CaseworkServer(TestDatabase.fresh(), Rooms.class);
        for (int n = 1; n <= 4; n++) {
            server.staff.person("900" + n, "administration", "administrator").terminal("KH-00" + n, "t" + n);
            administrators.add(server.signedIn("900" + n, "t" + n));
        }
        server.staff.person("9101", "eligibility", "section-chief").terminal("KH-005", "t5").person("9201", "eligibility", "manager").terminal("KH-006", "t6");
        chief = server.signedIn("9101", "t5");
        manager = server.signedIn("9201", "t6");
    }

    @AfterAll
    void close() {
        server.close();
    }

    @Test
    @DisplayName("申請した2人は、役を入れかえても承認できない。ほかの2人が承認して、権限が有効になる")
    void the_two_who_ask_never_rule() {
        String newcomer = aNewcomer();
        String caseId = requested(newcomer, "section-chief", administrators.get(0), administrators.get(1));
        for (Browser asked : administrators.subList(0, 2)) {
            then(enter(asked, caseId, "{\"ruling\":\"approve\"}").code()).isEqualTo("casework.step.kept-apart");
        }
        ok(enter(administrators.get(2), caseId, "{\"ruling\":\"approve\"}"));
        then(claim(administrators.get(0), caseId)).isEqualTo("casework.step.kept-apart");
        confirm(administrators.get(3), caseId);
        then(server.column("SELECT role || ' ' || section FROM access_grant WHERE officer_no = '" + newcomer + "'")).containsExactly("section-chief levy");
        then(recorded(caseId, "access.right-granted", "section")).containsExactly("levy");
        then(recorded(caseId, "step.apart-lifted", "reason")).isEmpty();
        then(server.column("SELECT what ->> 'code' FROM audit_event WHERE kind = 'REFUSAL' AND case_id = '" + caseId + "'")).contains("casework.step.kept-apart");
    }

    @Test
    @DisplayName("権限をもらう本人は、申請も、その確認も、承認も、承認の確認もできない")
    void whose_right_it_is_takes_no_part() {
        String ofTheChief = caseOf(administrators.get(0));
        ok(enter(administrators.get(0), ofTheChief, request("9101", "levy-clerk")));
        then(claim(chief, ofTheChief)).isEqualTo("casework.interest.own");
        then(chief.get("/api/checks/" + task(ofTheChief)).code()).isEqualTo("casework.interest.own");
        String page = "/api/cases/" + server.column("SELECT case_no FROM case_file WHERE id = '" + ofTheChief + "'").get(0);
        then(chief.get(page).code()).isEqualTo("casework.interest.own");
        then(chief.post(page + "/withdrawal", "{\"reason\":\"わたしの権限はいりません\"}").code()).isIn("casework.interest.own", "access.role-missing");
        String ofTheManager = requested("9201", "levy-clerk", administrators.get(0), chief);
        ok(enter(administrators.get(1), ofTheManager, "{\"ruling\":\"approve\"}"));
        then(claim(manager, ofTheManager)).isEqualTo("casework.interest.own");
        String ofAnAdministrator = requested("9004", "levy-clerk", chief, manager);
        then(enter(administrators.get(3), ofAnAdministrator, "{\"ruling\":\"refuse\"}").code()).isEqualTo("casework.interest.own");
        then(enter(administrators.get(3), caseOf(chief), request("9004", "levy-clerk")).json().path("fields").path(0).path("code").asText()).isEqualTo("access.right.own");
    }

    @Test
    @DisplayName("承認できる職員が4人に満たない課では、申請した2人も承認できる。例外は画面と記録と提出に残る")
    void a_small_office_may_let_them_rule_and_the_record_says_so() {
        leave("9003", "9004");
        try {
            String newcomer = aNewcomer();
            String caseId = requested(newcomer, "levy-clerk", administrators.get(0), administrators.get(1));
            then(administrators.get(0).get("/api/tasks/" + task(caseId)).body).contains("compliance.right.too-few-to-keep-apart");
            ok(enter(administrators.get(0), caseId, "{\"ruling\":\"approve\"}"));
            then(claim(administrators.get(0), caseId)).isEqualTo("casework.check.own-work");
            confirm(administrators.get(1), caseId);
            then(server.column("SELECT role FROM access_grant WHERE officer_no = '" + newcomer + "'")).containsExactly("levy-clerk");
            then(recorded(caseId, "step.apart-lifted", "reason")).contains("approvers:2");
            then(server.column("SELECT s.content FROM submission s JOIN step t ON t.id = s.step_id WHERE t.step_key = 'approve-right' AND t.case_id = '" + caseId + "'"))
                    .singleElement().asString().contains("too-few-to-keep-apart");
        } finally {
            comeBack("9003", "9004");
        }
    }

    @Test
    @DisplayName("人が足りずに離さなかった承認は、あとで人がふえても、差し戻しても、そのまま。画面も記録も同じことを言う")
    void a_ruling_that_opened_without_keeping_apart_stays_so() {
        leave("9003", "9004");
        String caseId;
        try {
            caseId = requested(aNewcomer(), "levy-clerk", administrators.get(0), administrators.get(1));
        } finally {
            comeBack("9003", "9004");
        }
        then(administrators.get(0).get("/api/tasks/" + task(caseId)).body).contains("compliance.right.too-few-to-keep-apart");
        ok(enter(administrators.get(0), caseId, "{\"ruling\":\"approve\"}"));
        then(keptApart(caseId)).isEmpty();
        giveBack(administrators.get(1), caseId, "ruling");
        then(keptApart(caseId)).isEmpty();
        ok(enter(administrators.get(0), caseId, "{\"ruling\":\"approve\"}"));
        then(administrators.get(1).get("/api/checks/" + task(caseId)).body).contains("compliance.right.too-few-to-keep-apart");
        confirm(administrators.get(1), caseId);
        then(recorded(caseId, "step.apart-lifted", "reason")).containsExactly("approvers:2");
        then(server.column("SELECT apart_lifted FROM step WHERE step_key = 'approve-right' AND case_id = '" + caseId + "'")).containsExactly("approvers:2");
    }

    @Test
    @DisplayName("離すと決まった承認は、あとで人が減っても、申請した2人を入れない。画面も記録も同じことを言う")
    void a_ruling_that_opened_keeping_apart_stays_so() {
        String caseId = requested(aNewcomer(), "levy-clerk", administrators.get(0), administrators.get(1));
        leave("9004");
        try {
            then(administrators.get(2).get("/api/tasks/" + task(caseId)).body).doesNotContain("too-few-to-keep-apart");
            then(enter(administrators.get(0), caseId, "{\"ruling\":\"approve\"}").code()).isEqualTo("casework.step.kept-apart");
            ok(enter(administrators.get(2), caseId, "{\"ruling\":\"approve\"}"));
            then(keptApart(caseId)).containsExactly("9001", "9002");
            then(claim(administrators.get(0), caseId)).isEqualTo("casework.step.kept-apart");
            then(recorded(caseId, "step.apart-lifted", "reason")).isEmpty();
        } finally {
            comeBack("9004");
        }
        confirm(administrators.get(3), caseId);
    }

    @Test
    @DisplayName("承認できる人は、案件にかかわれない人を除いて数える。4人のうち1人が本人か利害のある人なら3人、5人いれば4人")
    void who_takes_no_part_is_not_counted_among_those_who_may_rule() {
        then(reasonsOf(requested("9004", "levy-clerk", chief, manager))).as("4 with the one whose right it is").containsExactly("approvers:3");
        then(reasonsOf(declaredBy(administrators.get(3)))).as("4 with one who declared an interest").containsExactly("approvers:3");
        server.staff.person("9005", "administration", "administrator");
        try {
            then(reasonsOf(requested("9004", "benefit-clerk", chief, manager))).as("5 with the one whose right it is").isEmpty();
            then(reasonsOf(declaredBy(administrators.get(3)))).as("5 with one who declared an interest").isEmpty();
        } finally {
            leave("9005");
        }
    }

    @Test
    @DisplayName("打ちまちがいで本人とされた職員は、差し戻して直せば、また仕事ができる。自分でした利害の申告は残る。どれも記録に残る")
    void whoever_was_named_by_mistake_is_let_in_again_when_it_is_corrected() {
        String caseId = caseOf(administrators.get(0));
        declareInterest(manager, caseId);
        ok(enter(administrators.get(0), caseId, request("9101", "levy-clerk")));
        then(claim(chief, caseId)).isEqualTo("casework.interest.own");
        giveBack(administrators.get(1), caseId, "officerNo");
        then(enter(chief, caseId, request("9003", "levy-clerk")).code()).isEqualTo("casework.interest.own");
        ok(enter(administrators.get(0), caseId, request("9201", "levy-clerk")));
        then(claim(manager, caseId)).isEqualTo("casework.interest.own");
        giveBack(administrators.get(1), caseId, "officerNo");
        ok(enter(administrators.get(0), caseId, request("9003", "levy-clerk")));
        then(claim(manager, caseId)).isEqualTo("casework.interest.declared");
        then(claim(administrators.get(2), caseId)).isEqualTo("casework.interest.own");
        then(server.column("SELECT officer_no FROM work_item_excluded WHERE why = 'interest' AND task_id = '" + task(caseId) + "' ORDER BY 1")).containsExactly("9003", "9201");
        ok(administrators.get(1).post("/api/tasks/give-back", "{\"ids\":[\"" + task(caseId) + "\"]}"));
        confirm(chief, caseId, "9003");
        then(recorded(caseId, "step.person-concerned", "officers")).containsExactlyInAnyOrder("[\"9101\"]", "[\"9201\"]", "[\"9003\"]");
    }

    @Test
    @DisplayName("差し戻した人が直したあとの本人なら、確認はその人に戻らず、だれの手にもない")
    void a_check_does_not_go_back_to_whom_the_corrected_entry_names() {
        String caseId = caseOf(administrators.get(0));
        ok(enter(administrators.get(0), caseId, request("9003", "levy-clerk")));
        giveBack(manager, caseId, "officerNo");
        ok(enter(administrators.get(0), caseId, request("9201", "levy-clerk")));
        then(server.column("SELECT claimed_by IS NULL FROM work_item WHERE task_id = '" + task(caseId) + "'")).containsExactly("t");
        confirm(administrators.get(1), caseId, "9201");
    }

    @Test
    @DisplayName("承認の仕事は、申請した人にも本人にも割り当てられない。係長は、権限の仕事を割り当てられない")
    void a_ruling_is_handed_to_nobody_who_is_kept_out() {
        String ruling = task(requested("9004", "levy-clerk", administrators.get(0), administrators.get(1)));
        server.staff.change("UPDATE access_grant SET section = 'eligibility' WHERE officer_no = '9101'");
        try {
            then(manager.post("/api/tasks/assignees", "{\"ids\":[\"" + ruling + "\"]}").json().findValuesAsText("no")).contains("9003").doesNotContain("9004", "9201");
            then(assign(manager, ruling, "9004")).isEqualTo("casework.assign.interest");
            then(assign(chief, ruling, "9003")).isEqualTo("casework.assign.only-chiefs");
            then(assign(manager, ruling, "9003")).isEmpty();
            String keptApart = task(requested(aNewcomer(), "levy-clerk", administrators.get(0), administrators.get(1)));
            then(manager.post("/api/tasks/assignees", "{\"ids\":[\"" + keptApart + "\"]}").json().findValuesAsText("no")).contains("9003", "9004").doesNotContain("9001", "9002");
            then(assign(manager, keptApart, "9001")).isEqualTo("casework.assign.kept-apart");
        } finally {
            server.staff.change("UPDATE access_grant SET section = NULL WHERE officer_no = '9101'");
        }
    }

    /** @return the code of the refusal, or nothing */
    private static String assign(Browser who, String task, String to) {
        return ok(who.post("/api/tasks/assign", "{\"ids\":[\"" + task + "\"],\"to\":\"" + to + "\"}")).path("results").path(0).path("code").asText();
    }

    private List<String> reasonsOf(String caseId) {
        return recorded(caseId, "step.apart-lifted", "reason");
    }

    /** A request that is confirmed after this person stepped aside. */
    private String declaredBy(Browser stepsAside) {
        String newcomer = aNewcomer();
        String caseId = caseOf(chief);
        ok(enter(chief, caseId, request(newcomer, "levy-clerk")));
        declareInterest(stepsAside, caseId);
        confirm(manager, caseId, newcomer);
        return caseId;
    }

    private void declareInterest(Browser who, String caseId) {
        String caseNo = server.one("SELECT case_no FROM case_file WHERE id = '" + caseId + "'");
        ok(who.post("/api/cases/" + URLEncoder.encode(caseNo, StandardCharsets.UTF_8) + "/interest", "{\"relation\":\"other\"}"));
    }

    private void leave(String... administrators) {
        server.staff.change("UPDATE access_grant SET ends_on = office_today() - 1 WHERE officer_no IN ('" + String.join("', '", administrators) + "')");
    }

    private void comeBack(String... administrators) {
        server.staff.change("UPDATE access_grant SET ends_on = NULL WHERE officer_no IN ('" + String.join("', '", administrators) + "')");
    }

    /** Officers whom the open task keeps out for what they did in the request. */
    private List<String> keptApart(String caseId) {
        return server.column("SELECT officer_no FROM work_item_excluded WHERE why = 'apart' AND task_id = '" + task(caseId) + "' ORDER BY 1");
    }

    private void giveBack(Browser who, String caseId, String field) {
        then(claim(who, caseId)).isEmpty();
        ok(who.get("/api/checks/" + task(caseId)));
        ok(who.post("/api/checks/" + task(caseId) + "/return", "{\"fields\":[{\"key\":\"" + field + "\",\"reason\":\"differs-from-source\"}]}", server.version(task(caseId))));
    }

    // the way, step by step

    private String aNewcomer() {
        return "99" + (10 + ++newcomers);
    }

    private String caseOf(Browser who) {
        return ok(who.post("/api/cases", "{\"kind\":\"access-right\"}")).path("caseId").asText();
    }

    private String requested(String officer, String role, Browser doer, Browser checker) {
        String caseId = caseOf(doer);
        ok(enter(doer, caseId, request(officer, role)));
        confirm(checker, caseId, officer);
        return caseId;
    }

    private static String request(String officer, String role) {
        String person = officer.startsWith("99") ? "\"officerName\":\"架空　新人\",\"section\":\"levy\",\"post\":\"主事\",\"username\":\"n" + officer + "\"," : "";
        return "{\"officerNo\":\"" + officer + "\"," + person + "\"change\":\"grant\",\"role\":\"" + role + "\",\"startsOn\":\"" + new BusinessClock().today() + "\",\"reason\":\"担当の仕事に必要なため\"}";
    }

    private String task(String caseId) {
        return server.one("SELECT task_id FROM work_item WHERE case_id = '" + caseId + "'");
    }

    private Browser.Answer enter(Browser who, String caseId, String values) {
        return who.post("/api/tasks/" + task(caseId) + "/complete", "{\"claim\":true,\"values\":" + values + "}", server.version(task(caseId)));
    }

    /** @return the code of the refusal, or nothing */
    private String claim(Browser who, String caseId) {
        return ok(who.post("/api/tasks/claim", "{\"ids\":[\"" + task(caseId) + "\"]}")).path("results").path(0).path("code").asText();
    }

    private void confirm(Browser who, String caseId, String... typed) {
        then(claim(who, caseId)).isEmpty();
        String check = task(caseId);
        for (JsonNode item : ok(who.get("/api/checks/" + check)).path("items")) {
            String path = "/api/checks/" + check + "/items/" + item.path("key").asText();
            if ("reenter".equals(item.path("kind").asText())) {
                String value = item.path("key").asText().equals("officerNo") ? typed[0] : new BusinessClock().today().toString();
                then(ok(who.post(path + "/attempts", "{\"value\":\"" + value + "\"}")).path("result").asText()).isEqualTo("match");
            } else {
                ok(who.post(path + "/answer", "{\"answer\":\"same\"}"));
            }
        }
        ok(who.post("/api/checks/" + check + "/complete", "", server.version(check)));
    }

    private List<String> recorded(String caseId, String action, String what) {
        return server.column("SELECT what ->> '" + what + "' FROM audit_event WHERE action = '" + action + "' AND case_id = '" + caseId + "'");
    }

    private static JsonNode ok(Browser.Answer answer) {
        if (answer.status != 200) {
            throw new IllegalStateException(answer.status + " " + answer.body);
        }
        return answer.json();
    }

    /** Not annotated as a component, so that no other test's scan finds it. */
    @Import(CaseworkServer.Room.class)
    @ComponentScan("jp.futari.compliance")
    static class Rooms {
    }
}
