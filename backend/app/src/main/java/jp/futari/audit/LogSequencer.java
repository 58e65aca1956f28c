package jp.futari.audit;

import java.sql.Array;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 証跡の並べ手: gives the written events their place in the Merkle log (RFC 6962), in batches, one sequencer at a time over all nodes.
 * It never slows an act: the act only leaves its event.
 */
@Component
public class LogSequencer {

    private static final Logger LOG = LoggerFactory.getLogger(LogSequencer.class);
    private static final long LOCK = 0x46757461_72694C6FL;
    private static final int BATCH = 1000;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    LogSequencer(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Scheduled(fixedDelayString = "${futari.audit.sequence-every-ms:1000}")
    void sequenceNow() {
        try {
            while (sequence() == BATCH) {
                LOG.debug("a full batch of events was sequenced");
            }
        } catch (org.springframework.dao.DataAccessException | org.springframework.transaction.TransactionException e) {
            LOG.warn("the record could not be sequenced now; the next turn tries again: {}", e.getClass().getSimpleName());
        }
    }

    /** Sequences at most one batch. @return how many events got their place */
    public int sequence() {
        Integer done = transaction.execute(status -> {
            if (!Boolean.TRUE.equals(jdbc.queryForObject("SELECT pg_try_advisory_xact_lock(?)", Boolean.class, LOCK))) {
                return 0;
            }
            List<Leaf> leaves = next();
            if (!leaves.isEmpty()) {
                append(leaves);
            }
            return leaves.size();
        });
        return done == null ? 0 : done;
    }

    private List<Leaf> next() {
        return jdbc.query("""
                WITH taken AS (DELETE FROM audit_pending WHERE event_id IN
                    (SELECT p.event_id FROM audit_pending p JOIN audit_event e ON e.id = p.event_id ORDER BY e.at, e.id LIMIT ?) RETURNING event_id)
                SELECT e.id, e.leaf FROM audit_event e JOIN taken ON taken.event_id = e.id ORDER BY e.at, e.id""",
                (row, n) -> new Leaf(row.getObject(1, UUID.class), MerkleTree.leafHash(row.getBytes(2))), BATCH);
    }

    private void append(List<Leaf> leaves) {
        MerkleTree tree = jdbc.query("SELECT size, frontier FROM audit_tree ORDER BY size DESC LIMIT 1", row -> row.next()
                ? MerkleTree.of(row.getLong(1), hashes(row.getArray(2))) : MerkleTree.empty());
        long first = tree.size();
        leaves.forEach(leaf -> tree.append(leaf.hash()));
        jdbc.update(connection -> {
            var insert = connection.prepareStatement("INSERT INTO audit_leaf (index, event_id, leaf_hash) SELECT ? + l.no - 1, l.event, l.hash FROM unnest(?, ?) WITH ORDINALITY AS l(event, hash, no)");
            insert.setLong(1, first);
            insert.setArray(2, connection.createArrayOf("uuid", leaves.stream().map(Leaf::eventId).toArray(UUID[]::new)));
            insert.setArray(3, connection.createArrayOf("bytea", leaves.stream().map(Leaf::hash).toArray(byte[][]::new)));
            return insert;
        });
        jdbc.update(connection -> {
            var insert = connection.prepareStatement("INSERT INTO audit_tree (size, root, frontier) VALUES (?, ?, ?)");
            insert.setLong(1, tree.size());
            insert.setBytes(2, tree.root());
            insert.setArray(3, connection.createArrayOf("bytea", tree.frontier().toArray(byte[][]::new)));
            return insert;
        });
    }

    private static List<byte[]> hashes(Array array) throws java.sql.SQLException {
        return List.of((byte[][]) array.getArray());
    }

    private record Leaf(UUID eventId, byte[] hash) {
    }
}
