package jp.futari.casework;

import java.util.List;
import jp.futari.shared.ApprovedItem;
import jp.futari.workflow.EffectDelegate;

/** Stands where a room that is not loaded would act. */
final class AbsentDelegate extends EffectDelegate {

    private AbsentDelegate(String effect) {
        super(effect, (caseId, key, approvedBy, element) -> List.of());
    }

    static AbsentDelegate of(String effect) {
        return new AbsentDelegate(effect);
    }

    @Override
    protected void apply(ApprovedItem item) {
        throw new IllegalStateException("no test of casework reaches " + item.kind());
    }
}
