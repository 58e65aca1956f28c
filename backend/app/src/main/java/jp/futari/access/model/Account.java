package jp.futari.access.model;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import jp.futari.shared.EffectRef;
import jp.futari.shared.OfficerId;
import jp.futari.shared.RegisterRow;

/** 利用者ID: an account at the identity provider and on the terminals, of exactly one person (AUTH-15, AUTH-16). */
@Entity
@Table(name = "account")
public class Account extends RegisterRow {

    @Column(name = "officer_no", nullable = false, updatable = false)
    private String officerNo;

    @Column(nullable = false, updatable = false)
    private String issuer;

    @Column(nullable = false, updatable = false)
    private String username;

    @Embedded
    private Period period;

    protected Account() {
    }

    public Account(OfficerId officer, String issuer, String username, Period period, EffectRef effect) {
        super(UUID.randomUUID(), effect);
        this.officerNo = officer.no();
        this.issuer = issuer;
        this.username = username;
        this.period = period;
    }

    public boolean belongsTo(OfficerId officer) {
        return officerNo.equals(officer.no());
    }

    public void alsoFor(Period longer, EffectRef effect) {
        writtenBy(effect);
        period = period.joined(longer);
    }

    public void endsOn(LocalDate lastDay, EffectRef effect) {
        writtenBy(effect);
        period = period.endingOn(lastDay);
    }

    public Period period() {
        return period;
    }
}
