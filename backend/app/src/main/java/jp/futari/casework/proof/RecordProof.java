package jp.futari.casework.proof;

import java.util.UUID;
import jp.futari.shared.ApprovedItem;
import jp.futari.shared.EffectRows;
import jp.futari.workflow.EffectDelegate;
import jp.futari.workflow.spi.ApprovedItems;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** 試しの記録: the effect of the proof case writes one register row from the approved item. */
@Component("recordProof")
class RecordProof extends EffectDelegate {

    private final JdbcTemplate jdbc;
    private final EffectRows rows;

    RecordProof(@Lazy ApprovedItems items, JdbcTemplate jdbc, @Lazy EffectRows rows) {
        super("record-proof", items);
        this.jdbc = jdbc;
        this.rows = rows;
    }

    @Override
    protected void apply(ApprovedItem item) {
        UUID id = UUID.randomUUID();
        jdbc.update("INSERT INTO proof_record (id, effect_id, amount, remark) VALUES (?, ?, ?, ?)", id, item.effect().id(), item.content().path("amount").asLong(),
                item.content().path("remark").asText());
        rows.wrote(item.effect().id(), "proof_record", id);
    }
}
