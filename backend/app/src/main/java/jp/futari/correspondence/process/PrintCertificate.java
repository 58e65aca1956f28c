package jp.futari.correspondence.process;

import jp.futari.correspondence.application.PrintingPapers;
import jp.futari.shared.ApprovedItem;
import jp.futari.workflow.EffectDelegate;
import jp.futari.workflow.spi.ApprovedItems;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** 資格確認書等を印刷する (規6条, 規7条の3). */
@Component("printCertificate")
class PrintCertificate extends EffectDelegate {

    private final PrintingPapers papers;

    PrintCertificate(@Lazy ApprovedItems items, PrintingPapers papers) {
        super("print-certificate", items);
        this.papers = papers;
    }

    @Override
    protected void apply(ApprovedItem item) {
        papers.print(item);
    }
}
