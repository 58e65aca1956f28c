package jp.futari.compliance.process;

import jp.futari.access.TerminalChanges;
import jp.futari.shared.ApprovedItem;
import jp.futari.workflow.EffectDelegate;
import jp.futari.workflow.spi.ApprovedItems;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** 端末の取りやめ: the terminal leaves the register, sessions on it end. */
@Component("removeTerminal")
class RemoveTerminal extends EffectDelegate {

    private final TerminalChanges terminals;

    RemoveTerminal(@Lazy ApprovedItems items, @Lazy TerminalChanges terminals) {
        super("remove-terminal", items);
        this.terminals = terminals;
    }

    @Override
    protected void apply(ApprovedItem item) {
        terminals.remove(item);
    }
}
