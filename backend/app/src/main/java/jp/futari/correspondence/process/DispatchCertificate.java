package jp.futari.correspondence.process;

import jp.futari.correspondence.application.PrintingPapers;
import jp.futari.shared.ApprovedItem;
import jp.futari.workflow.EffectDelegate;
import jp.futari.workflow.spi.ApprovedItems;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** 資格確認書等を交付する. */
@Component("dispatchCertificate")
class DispatchCertificate extends EffectDelegate {

    private final PrintingPapers papers;

    DispatchCertificate(@Lazy ApprovedItems items, PrintingPapers papers) {
        super("dispatch-certificate", items);
        this.papers = papers;
    }

    @Override
    protected void apply(ApprovedItem item) {
        papers.dispatch(item);
    }
}
