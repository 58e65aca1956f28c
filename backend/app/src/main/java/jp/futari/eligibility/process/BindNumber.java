package jp.futari.eligibility.process;

import jp.futari.eligibility.application.BindingNumbers;
import jp.futari.shared.ApprovedItem;
import jp.futari.workflow.EffectDelegate;
import jp.futari.workflow.spi.ApprovedItems;
import org.springframework.stereotype.Component;

/** 個人番号をひも付ける. */
@Component("bindNumber")
class BindNumber extends EffectDelegate {

    private final BindingNumbers binding;

    BindNumber(ApprovedItems items, BindingNumbers binding) {
        super("bind-number", items);
        this.binding = binding;
    }

    @Override
    protected void apply(ApprovedItem item) {
        binding.bind(item);
    }
}
