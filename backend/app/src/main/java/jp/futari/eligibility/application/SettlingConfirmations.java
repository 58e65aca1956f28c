package jp.futari.eligibility.application;

import java.util.UUID;
import jp.futari.shared.ApprovedItem;
import jp.futari.shared.EffectRows;
import jp.futari.shared.Refused;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** 確認リストの済み: writes that two people settled a row, and how. A row is settled once. */
@Service
public class SettlingConfirmations {

    private final JdbcClient jdbc;
    private final EffectRows rows;

    SettlingConfirmations(JdbcClient jdbc, @Lazy EffectRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void settle(ApprovedItem item) {
        var content = EligibilityJson.read(item.content(), Content.class);
        UUID id = UUID.randomUUID();
        int written = jdbc.sql("INSERT INTO number_settlement (id, effect_id, confirmation_id, case_no, outcome) VALUES (?, ?, ?, ?, ?) ON CONFLICT (confirmation_id) DO NOTHING")
                .params(id, item.effect().id(), content.confirmation(), item.caseNo(), content.outcome()).update();
        if (written == 0) {
            throw Refused.conflict("eligibility.confirmation.settled", null);
        }
        rows.wrote(item.effect().id(), "number_settlement", id);
    }

    /** @param confirmation the row of the list */
    record Content(UUID confirmation, String outcome) {
    }
}
