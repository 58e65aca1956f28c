package jp.futari.eligibility.process;

import jp.futari.eligibility.application.RegisteringEnrollment;
import jp.futari.shared.ApprovedItem;
import jp.futari.workflow.EffectDelegate;
import jp.futari.workflow.spi.ApprovedItems;
import org.springframework.stereotype.Component;

/** 資格を台帳に登録する. */
@Component("registerEnrollment")
class RegisterEnrollment extends EffectDelegate {

    private final RegisteringEnrollment registering;

    RegisterEnrollment(ApprovedItems items, RegisteringEnrollment registering) {
        super("register-enrollment", items);
        this.registering = registering;
    }

    @Override
    protected void apply(ApprovedItem item) {
        registering.register(item);
    }
}
