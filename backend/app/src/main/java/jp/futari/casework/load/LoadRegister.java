package jp.futari.casework.load;

import jp.futari.addressee.LoadingRegister;
import jp.futari.shared.ApprovedItem;
import jp.futari.workflow.EffectDelegate;
import jp.futari.workflow.spi.ApprovedItems;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** 効果 {@code load-register}: hands each approved chunk to the residents' room. */
@Component("loadRegister")
class LoadRegister extends EffectDelegate {

    private final LoadingRegister register;

    LoadRegister(@Lazy ApprovedItems items, LoadingRegister register) {
        super("load-register", items);
        this.register = register;
    }

    @Override
    protected void apply(ApprovedItem item) {
        register.load(item);
    }
}
