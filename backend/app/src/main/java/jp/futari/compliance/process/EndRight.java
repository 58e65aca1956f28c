package jp.futari.compliance.process;

import jp.futari.access.RightChanges;
import jp.futari.shared.ApprovedItem;
import jp.futari.workflow.EffectDelegate;
import jp.futari.workflow.spi.ApprovedItems;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** 権限の失効: the grant ends; with the last one the account and the open sessions too. */
@Component("endRight")
class EndRight extends EffectDelegate {

    private final RightChanges rights;

    EndRight(@Lazy ApprovedItems items, @Lazy RightChanges rights) {
        super("end-right", items);
        this.rights = rights;
    }

    @Override
    protected void apply(ApprovedItem item) {
        rights.end(item);
    }
}
