package jp.futari.eligibility.process;

import jp.futari.eligibility.application.SettlingConfirmations;
import jp.futari.shared.ApprovedItem;
import jp.futari.workflow.EffectDelegate;
import jp.futari.workflow.spi.ApprovedItems;
import org.springframework.stereotype.Component;

/** 確認リストに済みと記す. */
@Component("settleNumberConfirmation")
class SettleNumberConfirmation extends EffectDelegate {

    private final SettlingConfirmations settling;

    SettleNumberConfirmation(ApprovedItems items, SettlingConfirmations settling) {
        super("settle-number-confirmation", items);
        this.settling = settling;
    }

    @Override
    protected void apply(ApprovedItem item) {
        settling.settle(item);
    }
}
