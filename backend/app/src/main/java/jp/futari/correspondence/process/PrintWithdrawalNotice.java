package jp.futari.correspondence.process;

import jp.futari.correspondence.application.PrintingPapers;
import jp.futari.shared.ApprovedItem;
import jp.futari.workflow.EffectDelegate;
import jp.futari.workflow.spi.ApprovedItems;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** 取下げの通知を印刷する. */
@Component("printWithdrawalNotice")
class PrintWithdrawalNotice extends EffectDelegate {

    private final PrintingPapers papers;

    PrintWithdrawalNotice(@Lazy ApprovedItems items, PrintingPapers papers) {
        super("print-withdrawal-notice", items);
        this.papers = papers;
    }

    @Override
    protected void apply(ApprovedItem item) {
        papers.print(item);
    }
}
