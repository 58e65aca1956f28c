package jp.futari.access.model;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import jp.futari.shared.EffectRef;
import jp.futari.shared.OfficerId;
import jp.futari.shared.RegisterRow;

/** 権限の付与: one role of one person, for one section or all, from a first to a last day (AUTH-13, AUTH-14). */
@Entity
@Table(name = "access_grant")
public class AccessGrant extends RegisterRow {

    @Column(name = "officer_no", nullable = false, updatable = false)
    private String officerNo;

    @Column(nullable = false, updatable = false)
    private String role;

    @Column(updatable = false)
    private String section;

    @Embedded
    private Period period;

    protected AccessGrant() {
    }

    /** @param section null: every section */
    public AccessGrant(OfficerId officer, String role, String section, Period period, EffectRef effect) {
        super(UUID.randomUUID(), effect);
        this.officerNo = officer.no();
        this.role = role;
        this.section = section;
        this.period = period;
    }

    public boolean isFor(String ofRole, String inSection) {
        return role.equals(ofRole) && Objects.equals(section, inSection);
    }

    public void endsOn(LocalDate lastDay, EffectRef effect) {
        writtenBy(effect);
        period = period.endingOn(lastDay);
    }

    public String officerNo() {
        return officerNo;
    }

    public String role() {
        return role;
    }

    public Optional<String> section() {
        return Optional.ofNullable(section);
    }

    public Period period() {
        return period;
    }
}
