package jp.futari.access.model;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.futari.shared.EffectRef;
import jp.futari.shared.RegisterRow;

/** 登録端末: a machine from which the system may be used (AUTH-05). */
@Entity
@Table(name = "terminal")
public class Terminal extends RegisterRow {

    @Column(name = "terminal_no", nullable = false, updatable = false)
    private String terminalNo;

    @Column(nullable = false)
    private String place;

    @Column(name = "counter_facing", nullable = false)
    private boolean counterFacing;

    @Column(nullable = false)
    private String[] businesses;

    @Column(name = "secret_hash", nullable = false)
    private byte[] secretHash;

    @Column(name = "certificate_sha256")
    private byte[] certificateSha256;

    @Embedded
    private Period period;

    protected Terminal() {
    }

    public Terminal(String terminalNo, EffectRef effect) {
        super(UUID.randomUUID(), effect);
        this.terminalNo = terminalNo;
    }

    /** Enrolled, or enrolled again after it was removed or lost its secret: what it was known by before counts no longer. */
    public void isEnrolled(Setting setting, Keys keys, LocalDate from, EffectRef effect) {
        writtenBy(effect);
        place = setting.place();
        counterFacing = setting.counterFacing();
        businesses = setting.businesses().toArray(String[]::new);
        secretHash = keys.secretHash().clone();
        certificateSha256 = keys.certificateSha256();
        period = new Period(from, null);
    }

    public void isRemoved(LocalDate lastDay, EffectRef effect) {
        writtenBy(effect);
        period = period.endingOn(lastDay);
    }

    public String terminalNo() {
        return terminalNo;
    }

    public Period period() {
        return period;
    }

    /** Where it stands and what it is for. */
    public record Setting(String place, boolean counterFacing, List<String> businesses) {
    }

    /** @param certificateSha256 null where terminals are known by their cookie */
    public record Keys(byte[] secretHash, byte[] certificateSha256) {
    }
}
