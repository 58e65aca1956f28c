package jp.futari.compliance.process;

import jp.futari.access.TerminalChanges;
import jp.futari.shared.ApprovedItem;
import jp.futari.workflow.EffectDelegate;
import jp.futari.workflow.spi.ApprovedItems;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** 端末の登録: the terminal enters the register, its one-time link is prepared. */
@Component("enrollTerminal")
class EnrollTerminal extends EffectDelegate {

    private final TerminalChanges terminals;

    EnrollTerminal(@Lazy ApprovedItems items, @Lazy TerminalChanges terminals) {
        super("enroll-terminal", items);
        this.terminals = terminals;
    }

    @Override
    protected void apply(ApprovedItem item) {
        terminals.enroll(item);
    }
}
