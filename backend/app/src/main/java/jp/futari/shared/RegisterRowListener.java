package jp.futari.shared;

import jakarta.persistence.PrePersist;
import jakarta.persistence.PreUpdate;
import jakarta.persistence.Table;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.stereotype.Component;

/** Lists every register row that JPA writes under its effect, so that no room can forget it. */
@Component
public class RegisterRowListener {

    private final ObjectProvider<EffectRows> effectRows;

    public RegisterRowListener(ObjectProvider<EffectRows> effectRows) {
        this.effectRows = effectRows;
    }

    @PrePersist
    @PreUpdate
    void list(RegisterRow row) {
        Table table = AnnotationUtils.findAnnotation(row.getClass(), Table.class);
        if (table == null || table.name().isBlank()) {
            throw new IllegalStateException(row.getClass().getName() + " needs @Table(name = …) as in registers.csv");
        }
        effectRows.getObject().wrote(row.effectId(), table.name(), row.id());
    }
}
