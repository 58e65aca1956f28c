package jp.futari.correspondence.process;

import jp.futari.correspondence.application.PrintingPapers;
import jp.futari.shared.ApprovedItem;
import jp.futari.workflow.EffectDelegate;
import jp.futari.workflow.spi.ApprovedItems;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** 資格確認書等を刷り直す: only what two people voided and destroyed is printed again. */
@Component("reprintCertificate")
class ReprintCertificate extends EffectDelegate {

    private final PrintingPapers papers;

    ReprintCertificate(@Lazy ApprovedItems items, PrintingPapers papers) {
        super("reprint-certificate", items);
        this.papers = papers;
    }

    @Override
    protected void apply(ApprovedItem item) {
        papers.reprint(item);
    }
}
