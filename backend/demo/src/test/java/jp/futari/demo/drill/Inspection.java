package jp.futari.demo.drill;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * 検分: reads the database as its owner and the clients' notes, and nothing else; says what does not fit together. The application under test has no
 * part in it: neither its classes nor its answers of today.
 */
final class Inspection {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long SEQUENCER_SECONDS = 60;

    /** What must not be found, by what it would mean. */
    private static final Map<String, String> NEVER = new LinkedHashMap<>();

    static {
        NEVER.put("approved by one person", """
                SELECT a.id::text FROM approval a WHERE a.doer = a.checker
                    OR EXISTS (SELECT FROM step_contributor c WHERE c.step_id = a.step_id AND c.officer_no = a.checker) OR a.doer_session = a.checker_session""");
        NEVER.put("two submissions in one round", "SELECT step_id || ' ' || round FROM submission WHERE step_id IS NOT NULL GROUP BY step_id, round HAVING count(*) > 1");
        NEVER.put("two approvals in one round", "SELECT step_id || ' ' || round FROM approval WHERE step_id IS NOT NULL GROUP BY step_id, round HAVING count(*) > 1");
        NEVER.put("an effect twice", "SELECT min(id::text) FROM effect GROUP BY approval_id, key, submission_id, item_no HAVING count(*) > 1");
        NEVER.put("an effect without approval of its submission", """
                SELECT e.id::text FROM effect e JOIN approval a ON a.id = e.approval_id WHERE a.kind = 'case' AND a.submission_id <> e.submission_id""");
        NEVER.put("a confirmed step without approval, or an approval without confirmed step", """
                SELECT s.id::text FROM step s WHERE (s.state = 'confirmed') <> EXISTS (SELECT FROM approval a WHERE a.step_id = s.id)""");
        NEVER.put("a proof case that is done with other than one approval, effect and register row", """
                SELECT f.case_no FROM case_file f WHERE f.kind = 'proof' AND f.state = 'done' AND (
                    (SELECT count(*) FROM approval a WHERE a.case_id = f.id) <> 1
                    OR (SELECT count(*) FROM effect e JOIN approval a ON a.id = e.approval_id WHERE a.case_id = f.id) <> 1
                    OR (SELECT count(*) FROM proof_record p JOIN effect e ON e.id = p.effect_id JOIN approval a ON a.id = e.approval_id WHERE a.case_id = f.id) <> 1
                    OR EXISTS (SELECT FROM work_item w WHERE w.case_id = f.id))""");
        NEVER.put("a proof case that is open and has an approval, or other than one task", """
                SELECT f.case_no FROM case_file f WHERE f.kind = 'proof' AND f.state = 'open' AND (
                    EXISTS (SELECT FROM approval a WHERE a.case_id = f.id) OR (SELECT count(*) FROM work_item w WHERE w.case_id = f.id) <> 1)""");
        NEVER.put("a register row that says something else than what was approved", """
                SELECT p.id::text FROM proof_record p JOIN effect e ON e.id = p.effect_id JOIN submission s ON s.id = e.submission_id
                WHERE p.amount <> (s.content::jsonb -> 'values' ->> 'amount')::bigint""");
        NEVER.put("a task of the inbox that the engine does not know, or the other way round", """
                SELECT coalesce(w.task_id, t.id_) FROM work_item w FULL JOIN engine.act_ru_task t ON t.id_ = w.task_id WHERE w.task_id IS NULL OR t.id_ IS NULL""");
        NEVER.put("a case that is closed here and runs in the engine", """
                SELECT f.case_no FROM case_file f JOIN engine.act_ru_execution x ON x.business_key_ = f.id::text WHERE f.state <> 'open'""");
        NEVER.put("an opened case without its one event", oneEvent("case_file", "case.opened", "e.case_id = t.id"));
        NEVER.put("a submission without its one event", oneEvent("(SELECT * FROM submission WHERE step_id IS NOT NULL)", "step.entered", "e.what ->> 'submission' = t.id::text"));
        NEVER.put("an approval without its one event", oneEvent("(SELECT * FROM approval WHERE kind = 'case')", "step.confirmed", "e.what ->> 'approval' = t.id::text"));
        NEVER.put("an attempt without its event", """
                SELECT s.id::text FROM step s WHERE (SELECT count(*) FROM check_attempt c WHERE c.step_id = s.id)
                    <> (SELECT count(*) FROM audit_event e WHERE e.action = 'check.attempted' AND e.case_id = s.case_id AND e.step_key = s.step_key)""");
        NEVER.put("an applied effect without its one event", """
                SELECT a.id::text FROM approval a WHERE a.step_key = 'proof-step'
                    AND (SELECT count(*) FROM audit_event e WHERE e.action = 'effect.applied' AND e.case_id = a.case_id) <> (SELECT count(*) FROM effect e WHERE e.approval_id = a.id)""");
        NEVER.put("an event of an act that did not happen", """
                SELECT e.id::text FROM audit_event e WHERE e.action = 'step.entered' AND NOT EXISTS (SELECT FROM submission s WHERE s.id::text = e.what ->> 'submission')
                    OR e.action = 'step.confirmed' AND NOT EXISTS (SELECT FROM approval a WHERE a.id::text = e.what ->> 'approval')""");
        NEVER.put("a request that began and has no answer", "SELECT key::text FROM idempotent_request WHERE answer IS NULL");
        NEVER.put("an event that is neither in the log nor waiting for it", """
                SELECT e.id::text FROM audit_event e WHERE NOT EXISTS (SELECT FROM audit_leaf l WHERE l.event_id = e.id) AND NOT EXISTS (SELECT FROM audit_pending p WHERE p.event_id = e.id)""");
        NEVER.put("a leaf that is not its event's hash", "SELECT l.index::text FROM audit_leaf l JOIN audit_event e ON e.id = l.event_id WHERE l.leaf_hash <> sha256('\\x00'::bytea || e.leaf)");
        NEVER.put("a gap in the log", "SELECT 'before ' || index FROM (SELECT index, lag(index, 1, -1::bigint) OVER (ORDER BY index) AS former FROM audit_leaf) l WHERE index <> former + 1");
        NEVER.put("a paper whose upload is not in the record", oneEvent("document", "document.uploaded", "e.what ->> 'document' = t.id::text"));
    }

    private final Notes notes;
    private final List<String> findings = new ArrayList<>();

    private Inspection(Notes notes) {
        this.notes = notes;
    }

    private static String oneEvent(String table, String action, String belongs) {
        return "SELECT t.id::text FROM " + table + " t WHERE (SELECT count(*) FROM audit_event e WHERE e.kind = 'ACT' AND e.action = '" + action + "' AND " + belongs + ") <> 1";
    }

    /** @return what does not fit; empty when all is well */
    static List<String> of(DrillHouse house) throws Exception {
        var inspection = new Inspection(house.notes());
        try (var owner = house.database().connect("futari?currentSchema=futari,engine", "futari_owner")) {
            inspection.look(owner);
        }
        return inspection.findings;
    }

    private void look(Connection owner) throws SQLException, InterruptedException {
        findings.addAll(notes.complaints());
        awaitSequencer(owner);
        for (var never : NEVER.entrySet()) {
            report(never.getKey(), strings(owner, never.getValue()));
        }
        registersAreTheirEffects(owner);
        theTreeIsItsLeaves(owner);
        nothingConfirmedIsLost(owner);
        nothingElseHappened(owner);
    }

    private void report(String what, List<String> found) {
        if (!found.isEmpty()) {
            findings.add(what + ": " + found.size() + " e.g. " + found.get(0));
        }
    }

    private static void awaitSequencer(Connection owner) throws SQLException, InterruptedException {
        var until = System.nanoTime() + TimeUnit.SECONDS.toNanos(SEQUENCER_SECONDS);
        while (!strings(owner, "SELECT event_id::text FROM audit_pending LIMIT 1").isEmpty() && System.nanoTime() < until) {
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    /** Each row of a register names an effect that lists it, and what an effect lists is there. */
    private void registersAreTheirEffects(Connection owner) throws SQLException {
        var registers = strings(owner, "SELECT c.relname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid WHERE t.tgname = 'register_row_needs_effect' AND c.relnamespace = 'futari'::regnamespace");
        if (!registers.contains("proof_record")) {
            findings.add("the registers are not found: " + registers);
        }
        for (var register : registers) {
            report("a row of " + register + " without its effect", strings(owner, "SELECT t.id::text FROM " + register + " t WHERE NOT EXISTS (SELECT FROM effect_row r WHERE r.table_name = '"
                    + register + "' AND r.row_id = t.id AND r.effect_id = t.effect_id)"));
            report("an effect whose row of " + register + " is not there", strings(owner, "SELECT r.effect_id::text FROM effect_row r WHERE r.table_name = '" + register
                    + "' AND NOT EXISTS (SELECT FROM " + register + " t WHERE t.id = r.row_id)"));
        }
    }

    /** RFC 6962, worked out again from all leaves. */
    private void theTreeIsItsLeaves(Connection owner) throws SQLException {
        var leaves = new ArrayList<byte[]>();
        try (var rows = owner.createStatement().executeQuery("SELECT leaf_hash FROM audit_leaf ORDER BY index")) {
            while (rows.next()) {
                leaves.add(rows.getBytes(1));
            }
        }
        try (var rows = owner.createStatement().executeQuery("SELECT size, root FROM audit_tree ORDER BY size DESC LIMIT 1")) {
            if (!rows.next() || rows.getLong(1) != leaves.size() || !Arrays.equals(rows.getBytes(2), root(leaves))) {
                findings.add("the log's root is not the root of its " + leaves.size() + " leaves");
            }
        }
    }

    private static byte[] root(List<byte[]> leaves) {
        if (leaves.size() == 1) {
            return leaves.get(0);
        }
        var split = Integer.highestOneBit(leaves.size() - 1);
        try {
            var hash = MessageDigest.getInstance("SHA-256");
            hash.update((byte) 1);
            hash.update(root(leaves.subList(0, split)));
            return hash.digest(root(leaves.subList(split, leaves.size())));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void nothingConfirmedIsLost(Connection owner) throws SQLException {
        for (var one : notes.all()) {
            var kept = strings(owner, "SELECT answer FROM idempotent_request WHERE key = '" + one.key() + "' AND officer_no = '" + one.officer() + "'");
            if (kept.size() != 1 || !saysTheSame(kept.get(0), one)) {
                findings.add("confirmed and not kept: " + one);
            }
            if (strings(owner, done(one)).size() != 1) {
                findings.add("confirmed and not there once: " + one);
            }
        }
    }

    /** What a page's answer adds for the moment (how long it can be taken back) is no part of what was confirmed. */
    private static boolean saysTheSame(String kept, Notes.Confirmed one) {
        try {
            var answer = one.answer().deepCopy();
            if (answer instanceof ObjectNode object) {
                object.remove("undoUntil");
            }
            return JSON.readTree(kept).equals(answer);
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    private static String done(Notes.Confirmed one) {
        var inCase = " JOIN case_file f ON f.id = s.case_id WHERE f.case_no = '" + one.caseNo() + "' AND ";
        return switch (one.act()) {
            case START -> "SELECT id FROM case_file WHERE case_no = '" + one.caseNo() + "' AND opened_by = '" + one.officer() + "'";
            case ENTER -> "SELECT b.id FROM submission b JOIN step s ON s.id = b.step_id" + inCase + "b.doer = '" + one.officer() + "' AND b.content::jsonb -> 'values' ->> 'amount' = '" + one.amount() + "'";
            case TYPE -> "SELECT c.no FROM check_attempt c JOIN step s ON s.id = c.step_id" + inCase + "c.officer_no = '" + one.officer() + "' AND c.result = 'match'";
            case COMPARE -> "SELECT i.key FROM check_item i JOIN step s ON s.id = i.step_id" + inCase + "i.answered_by = '" + one.officer() + "' AND i.key = 'remark' AND i.state = 'same'";
            case CONFIRM -> "SELECT p.id FROM approval a JOIN step s ON s.id = a.step_id JOIN effect e ON e.approval_id = a.id JOIN proof_record p ON p.effect_id = e.id" + inCase + "a.id = '"
                    + one.answer().path("approval").asText() + "' AND a.checker = '" + one.officer() + "' AND p.amount = " + one.amount();
        };
    }

    /** Every case, submission, approval and register row is one that somebody sent; a retry made none. */
    private void nothingElseHappened(Connection owner) throws SQLException {
        same(owner, "cases", "SELECT count(*) FROM case_file WHERE kind = 'proof'", Notes.Act.START);
        same(owner, "submissions", "SELECT count(*) FROM submission b JOIN step s ON s.id = b.step_id WHERE s.step_key = 'proof-step'", Notes.Act.ENTER);
        same(owner, "attempts", "SELECT count(*) FROM check_attempt c JOIN step s ON s.id = c.step_id WHERE s.step_key = 'proof-step'", Notes.Act.TYPE);
        same(owner, "approvals", "SELECT count(*) FROM approval WHERE step_key = 'proof-step'", Notes.Act.CONFIRM);
        same(owner, "register rows", "SELECT count(*) FROM proof_record", Notes.Act.CONFIRM);
        if (!notes.open().isEmpty()) {
            findings.add("sent and never confirmed: " + notes.open().size());
        }
    }

    private void same(Connection owner, String what, String count, Notes.Act act) throws SQLException {
        var there = Long.parseLong(strings(owner, count).get(0));
        var confirmed = notes.confirmed(act).stream().map(Notes.Confirmed::key).distinct().count();
        if (there != confirmed) {
            findings.add(there + " " + what + " in the database, " + confirmed + " confirmed");
        }
    }

    static List<String> strings(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement(); var rows = statement.executeQuery(sql)) {
            var all = new ArrayList<String>();
            while (rows.next()) {
                all.add(rows.getString(1));
            }
            return all;
        }
    }
}
