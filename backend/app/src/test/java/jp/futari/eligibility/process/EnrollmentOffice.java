package jp.futari.eligibility.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import jp.futari.access.Browser;
import jp.futari.casework.CaseworkServer;
import jp.futari.correspondence.application.MakingFiles;
import jp.futari.support.TestDatabase;
import org.springframework.boot.autoconfigure.domain.EntityScan;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;

/** 架空の国保年金課: the real service over HTTP with the rooms 資格 and 通知, six invented officers and a small invented city. */
final class EnrollmentOffice implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    final CaseworkServer server;
    final Browser counter;
    final Browser counterToo;
    final Browser clerk;
    final Browser clerkToo;
    final Browser chief;
    final Browser manager;
    private int households;

    EnrollmentOffice() {
        server = new CaseworkServer(TestDatabase.fresh(), Rooms.class);
        server.staff.person("C001", "counter", "counter-clerk").person("C002", "counter", "counter-clerk").person("E001", "eligibility", "eligibility-clerk")
                .person("E002", "eligibility", "eligibility-clerk").person("K001", "eligibility", "section-chief").person("M001", "eligibility", "manager");
        for (int terminal = 1; terminal <= 6; terminal++) {
            server.staff.terminal("KH-00" + terminal, "t" + terminal);
        }
        counter = server.signedIn("C001", "t1");
        counterToo = server.signedIn("C002", "t2");
        clerk = server.signedIn("E001", "t3");
        clerkToo = server.signedIn("E002", "t4");
        chief = server.signedIn("K001", "t5");
        manager = server.signedIn("M001", "t6");
    }

    /** A new invented couple; @return the head's addressee number, the spouse's is one higher */
    String aCouple() {
        households++;
        String head = "90000%05d".formatted(households * 10 + 1);
        String spouse = "90000%05d".formatted(households * 10 + 2);
        String household = "80000%05d".formatted(households);
        server.staff.change(person(head, "試験　太郎", "シケン　タロウ", "1980-05-05", "1") + person(spouse, "試験　花子", "シケン　ハナコ", "1982-06-06", "2")
                + "INSERT INTO household (id, effect_id, household_no, since) VALUES (gen_random_uuid(), gen_random_uuid(), '%s', '2020-04-01');".formatted(household)
                + member(household, head, "世帯主") + member(household, spouse, "妻"));
        return head;
    }

    /** A new invented couple with a child; @return the head's addressee number, the others' are one and two higher */
    String aFamily() {
        String head = aCouple();
        String child = "%010d".formatted(Long.parseLong(head) + 2);
        server.staff.change(person(child, "試験　三郎", "シケン　サブロウ", "2012-07-07", "1") + member("80000%05d".formatted(households), child, "子"));
        return head;
    }

    private static String person(String no, String name, String kana, String birth, String sex) {
        return ("INSERT INTO person (id, effect_id, addressee_no, name, kana, birth_date, sex, postal_code, address, since, name_folded, given_folded, kana_folded, given_kana_folded, address_folded) VALUES "
                + "(gen_random_uuid(), gen_random_uuid(), '%s', '%s', '%s', '%s', '%s', '0000001', '架空県みどり野市本町一丁目1番1号', '2020-04-01', '%s', 'x', '%s', 'x', '架空県みどり野市本町1-1-1');")
                .formatted(no, name, kana, birth, sex, name.replace("　", ""), kana.replace("　", ""));
    }

    private static String member(String household, String no, String relationship) {
        return ("INSERT INTO household_member (id, effect_id, household_no, addressee_no, relationship, since) VALUES (gen_random_uuid(), gen_random_uuid(), '%s', '%s', '%s', '2020-04-01');")
                .formatted(household, no, relationship);
    }

    /** A demo number: begins with 0000 and has the right check digit (law.md section 7). */
    static String aNumber(int seed) {
        String eleven = "0000%07d".formatted(seed);
        int sum = 0;
        for (int n = 1; n <= 11; n++) {
            sum += (eleven.charAt(11 - n) - '0') * (n <= 6 ? n + 1 : n - 5);
        }
        int rest = sum % 11;
        return eleven + (rest <= 1 ? 0 : 11 - rest);
    }

    static ObjectNode json(String text) {
        try {
            return (ObjectNode) JSON.readTree(text.replace('\'', '"'));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Prints what is due, as the node's outbox would, and waits for a sheet that the outbox itself has taken at this moment. */
    void print() {
        for (int turn = 0; turn < 300 && !"0".equals(server.one("SELECT count(*) FROM print_job WHERE state = 'waiting'")); turn++) {
            server.bean(MakingFiles.class).makeWhatIsDue();
            java.util.concurrent.locks.LockSupport.parkNanos(100_000_000L);
        }
    }

    /** One case, walked step by step. */
    Journey receive(String subject) {
        var started = counter.post("/api/cases", "{\"kind\":\"enrollment\",\"channel\":\"counter\",\"subjectAddressee\":\"" + subject + "\",\"params\":{\"reason\":\"left-employer-insurance\"}}");
        return new Journey(ok(started));
    }

    /** The case that settles one row of the confirmation list. */
    Journey settle(Browser starter, String confirmation) {
        return new Journey(ok(startSettling(starter, confirmation)));
    }

    static Browser.Answer startSettling(Browser starter, String confirmation) {
        return starter.post("/api/cases", "{\"kind\":\"number-confirmation\",\"params\":{\"confirmation\":\"" + confirmation + "\",\"remark\":\"x\"}}");
    }

    static JsonNode ok(Browser.Answer answer) {
        if (answer.status != 200) {
            throw new IllegalStateException(answer.status + " " + answer.body);
        }
        return answer.json();
    }

    /** The law's way through one case: enter, check, go on. */
    final class Journey {

        final String caseId;
        final String caseNo;

        private Journey(JsonNode started) {
            caseId = started.path("caseId").asText();
            caseNo = started.path("caseNo").asText();
        }

        String task(String step, String duty) {
            return server.one("SELECT task_id FROM work_item WHERE case_id = '%s' AND step_key = '%s' AND duty = '%s'".formatted(caseId, step, duty));
        }

        /** The values the entry opens with. */
        ObjectNode opened(Browser doer, String step) {
            claim(doer, task(step, "do"));
            return (ObjectNode) ok(doer.get("/api/tasks/" + task(step, "do"))).path("values");
        }

        private void claim(Browser who, String task) {
            var result = ok(who.post("/api/tasks/claim", "{\"ids\":[\"" + task + "\"]}")).path("results").path(0);
            if (!result.path("ok").asBoolean()) {
                throw new IllegalStateException(result.toString());
            }
        }

        Browser.Answer send(Browser doer, String step, ObjectNode values) {
            String task = task(step, "do");
            return doer.post("/api/tasks/" + task + "/complete", "{\"claim\":true,\"values\":" + values + "}", server.version(task));
        }

        /** Enters and has another person check everything rightly. @param numbers what is typed for personal numbers, by field */
        Journey twoPeople(Browser doer, Browser checker, String step, ObjectNode values, Map<String, String> numbers) {
            ok(send(doer, step, values));
            return check(checker, step, values, numbers);
        }

        Journey twoPeople(Browser doer, Browser checker, String step, ObjectNode values) {
            return twoPeople(doer, checker, step, values, Map.of());
        }

        Journey check(Browser checker, String step, ObjectNode values, Map<String, String> numbers) {
            String check = task(step, "check");
            claim(checker, check);
            for (JsonNode item : ok(checker.get("/api/checks/" + check)).path("items")) {
                String key = item.path("key").asText();
                if ("reenter".equals(item.path("kind").asText())) {
                    String typed = numbers.getOrDefault(key, values.at("/" + key.replace('.', '/')).asText());
                    var answer = ok(checker.post("/api/checks/" + check + "/items/" + key + "/attempts", "{\"value\":\"" + typed + "\"}"));
                    if (!"match".equals(answer.path("result").asText())) {
                        throw new IllegalStateException(key + " " + answer);
                    }
                } else if (!"same".equals(item.path("state").asText())) {
                    ok(checker.post("/api/checks/" + check + "/items/" + key + "/answer", "{\"answer\":\"same\"}"));
                }
            }
            ok(checker.post("/api/checks/" + check + "/complete", "", server.version(check)));
            return this;
        }

        String candidate(Browser doer, String field, String number) {
            return candidate(doer, "receive-notification", field, number);
        }

        String candidate(Browser doer, String step, String field, String number) {
            return ok(doer.post("/api/mynumber/candidates", "{\"taskId\":\"" + task(step, "do") + "\",\"field\":\"" + field + "\",\"number\":\"" + number + "\"}"))
                    .path("candidate").asText();
        }

        String end() {
            return server.one("SELECT end_event FROM case_file WHERE id = '" + caseId + "'");
        }

        String state() {
            return server.one("SELECT state FROM case_file WHERE id = '" + caseId + "'");
        }
    }

    @Override
    public void close() {
        server.close();
    }

    /** Not annotated as a component, so that no other test's scan finds it. */
    @Import(CaseworkServer.Room.class)
    @ComponentScan({"jp.futari.eligibility", "jp.futari.correspondence"})
    @EntityScan({"jp.futari.eligibility", "jp.futari.correspondence"})
    static class Rooms {
    }
}
