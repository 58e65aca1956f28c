package jp.futari.casework.application;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import jp.futari.audit.AuditEvent;
import jp.futari.audit.AuditTrail;
import jp.futari.shared.ApprovedItem;
import jp.futari.shared.CanonicalJson;
import jp.futari.shared.EffectRef;
import jp.futari.shared.OfficerId;
import jp.futari.workflow.spi.ApprovedItems;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Uses up an approval: writes one effect row for each of its items that names the effect, and hands the items over. */
@Component
class ItemsOfApprovals implements ApprovedItems {

    private static final String USE = """
            WITH latest AS (
                SELECT a.* FROM approval a WHERE a.case_id = ? AND a.step_key = ? AND NOT EXISTS (SELECT FROM approval_end e WHERE e.approval_id = a.id) ORDER BY a.at DESC LIMIT 1
            ), used AS (
                INSERT INTO effect (id, approval_id, key, submission_id, item_no, item_hash)
                SELECT gen_random_uuid(), l.id, ?, i.submission_id, i.item_no, i.hash FROM latest l JOIN submission_item i ON i.submission_id = l.submission_id WHERE ? = ANY (i.effects)
                RETURNING id, approval_id, submission_id, item_no
            )
            SELECT u.id, l.id AS approval_id, f.case_no, l.step_key, i.item_no, i.kind, i.content, i.hash, l.doer, l.checker, l.at, s.hash = l.submission_hash AS sound
            FROM latest l LEFT JOIN used u ON true LEFT JOIN submission_item i ON i.submission_id = u.submission_id AND i.item_no = u.item_no
            JOIN submission s ON s.id = l.submission_id JOIN case_file f ON f.id = l.case_id ORDER BY i.item_no""";

    private final JdbcTemplate jdbc;
    private final AuditTrail audit;

    ItemsOfApprovals(JdbcTemplate jdbc, AuditTrail audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    @Override
    public List<ApprovedItem> use(UUID caseId, String effectKey, String approvedBy, String elementId) {
        List<ApprovedItem> items = new ArrayList<>();
        boolean[] approved = {false};
        jdbc.query(USE, row -> {
            approved[0] = true;
            if (row.getString("content") != null) {
                items.add(new ApprovedItem(new EffectRef(row.getObject("id", UUID.class), effectKey, row.getObject("approval_id", UUID.class)), caseId, row.getString("case_no"),
                        row.getString("step_key"), row.getInt("item_no"), row.getString("kind"), CanonicalJson.parse(row.getString("content")), row.getString("hash"),
                        new OfficerId(row.getString("doer")), new OfficerId(row.getString("checker")), row.getObject("at", OffsetDateTime.class).toInstant()));
            }
        }, caseId, approvedBy, effectKey, effectKey);
        if (!approved[0]) {
            throw new IllegalStateException("effect " + effectKey + " in " + elementId + " without a valid approval of " + approvedBy);
        }
        items.forEach(this::recomputed);
        audit.record(AuditEvent.act("effect.applied").inCase(caseId).step(approvedBy, null, null).with("effect", effectKey).with("element", elementId)
                .with("items", items.stream().map(ApprovedItem::hash).toList()).build());
        return items;
    }

    /** What is applied is what was approved: the hash is computed again from the content handed over. */
    private void recomputed(ApprovedItem item) {
        if (!CanonicalJson.hash(item.content()).equals(item.hash())) {
            throw new IllegalStateException("item " + item.itemNo() + " of approval " + item.effect().approvalId() + " does not have its hash");
        }
    }
}
