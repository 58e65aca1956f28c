package jp.futari.correspondence.process;

import jp.futari.correspondence.application.PrintingPapers;
import jp.futari.shared.ApprovedItem;
import jp.futari.workflow.EffectDelegate;
import jp.futari.workflow.spi.ApprovedItems;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** 却下通知を印刷する. */
@Component("printRefusalNotice")
class PrintRefusalNotice extends EffectDelegate {

    private final PrintingPapers papers;

    PrintRefusalNotice(@Lazy ApprovedItems items, PrintingPapers papers) {
        super("print-refusal-notice", items);
        this.papers = papers;
    }

    @Override
    protected void apply(ApprovedItem item) {
        papers.print(item);
    }
}
