package jp.futari.casework;

import static org.assertj.core.api.BDDAssertions.then;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import jp.futari.audit.AuditEvent;
import jp.futari.audit.AuditTrail;
import jp.futari.audit.LogSequencer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** 証跡: every event becomes one leaf; the root can be computed again by anyone from the leaves alone. */
class LogSequencerTest {

    private static CaseworkServer server;

    @BeforeAll
    static void start() {
        server = new CaseworkServer();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    @DisplayName("出来事はすべて葉になり、根は葉だけから計算し直せる。宛名番号は約束値だけが葉に入る")
    void every_event_becomes_a_leaf_and_the_root_is_recomputable() throws Exception {
        AuditTrail trail = server.bean(AuditTrail.class);
        LogSequencer sequencer = server.bean(LogSequencer.class);
        for (int i = 0; i < 25; i++) {
            trail.recordApart(AuditEvent.read("test.read").by("S001").of(List.of("0000012345")).with("n", i).build());
            if (i % 7 == 0) {
                sequencer.sequence();
            }
        }
        sequencer.sequence();
        then(server.one("SELECT count(*) FROM audit_pending")).isEqualTo("0");
        List<byte[]> leaves = server.column("SELECT encode(e.leaf, 'hex') FROM audit_leaf l JOIN audit_event e ON e.id = l.event_id ORDER BY l.index").stream().map(HexFormat.of()::parseHex).toList();
        then(server.one("SELECT encode(root, 'hex') FROM audit_tree ORDER BY size DESC LIMIT 1")).isEqualTo(HexFormat.of().formatHex(root(leaves)));
        then(server.one("SELECT size FROM audit_tree ORDER BY size DESC LIMIT 1")).isEqualTo(String.valueOf(leaves.size()));
        then(new String(leaves.get(leaves.size() - 1), java.nio.charset.StandardCharsets.UTF_8)).doesNotContain("0000012345").contains("\"officer\": \"S001\"");
        then(server.one("SELECT encode(sha256(salt || convert_to('0000012345', 'UTF8')), 'hex') IN (SELECT jsonb_array_elements_text(convert_from(leaf, 'UTF8')::jsonb -> 'subjects')) FROM audit_event WHERE action = 'test.read' LIMIT 1"))
                .isEqualTo("t");
    }

    @Test
    @DisplayName("行為が取り消されれば、その記録も残らない。拒否の記録は残る")
    void an_act_rolled_back_leaves_no_event_but_its_refusal_stays() {
        AuditTrail trail = server.bean(AuditTrail.class);
        new TransactionTemplate(server.bean(PlatformTransactionManager.class)).executeWithoutResult(status -> {
            trail.record(AuditEvent.act("test.rolled-back").build());
            trail.recordApart(AuditEvent.refusal("test.refused").build());
            status.setRollbackOnly();
        });
        then(server.column("SELECT action FROM audit_event WHERE action IN ('test.rolled-back', 'test.refused')")).containsExactly("test.refused");
    }

    /** RFC 6962 by its recursive definition, independent of the product's frontier. */
    private static byte[] root(List<byte[]> leaves) throws Exception {
        if (leaves.size() == 1) {
            return sha256((byte) 0, leaves.get(0), new byte[0]);
        }
        int split = Integer.highestOneBit(leaves.size() - 1);
        return sha256((byte) 1, root(new ArrayList<>(leaves.subList(0, split))), root(new ArrayList<>(leaves.subList(split, leaves.size()))));
    }

    private static byte[] sha256(byte kind, byte[] first, byte[] second) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update(kind);
        digest.update(first);
        digest.update(second);
        return digest.digest();
    }
}
