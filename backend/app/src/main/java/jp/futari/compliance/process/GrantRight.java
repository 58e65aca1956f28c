package jp.futari.compliance.process;

import jp.futari.access.RightChanges;
import jp.futari.shared.ApprovedItem;
import jp.futari.workflow.EffectDelegate;
import jp.futari.workflow.spi.ApprovedItems;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** 権限の発効: person, account and grant, as two people approved them. */
@Component("grantRight")
class GrantRight extends EffectDelegate {

    private final RightChanges rights;

    GrantRight(@Lazy ApprovedItems items, @Lazy RightChanges rights) {
        super("grant-right", items);
        this.rights = rights;
    }

    @Override
    protected void apply(ApprovedItem item) {
        rights.grant(item);
    }
}
