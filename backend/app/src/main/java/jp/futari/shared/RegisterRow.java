package jp.futari.shared;

import jakarta.persistence.Column;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.util.UUID;

/** A row of a register: it cannot be written without the effect that approved it (two-persons.md, wall 3). */
@MappedSuperclass
@EntityListeners(RegisterRowListener.class)
public abstract class RegisterRow {

    @Id
    @Column(nullable = false, updatable = false)
    private UUID id;

    @Column(name = "effect_id", nullable = false)
    private UUID effectId;

    @Version
    @Column(name = "row_version", nullable = false)
    private long rowVersion;

    protected RegisterRow() {
    }

    protected RegisterRow(UUID id, EffectRef effect) {
        this.id = id;
        writtenBy(effect);
    }

    /** Names the effect that writes this row now; call it before every change. */
    public final void writtenBy(EffectRef effect) {
        this.effectId = effect.id();
    }

    public final UUID id() {
        return id;
    }

    public final UUID effectId() {
        return effectId;
    }
}
