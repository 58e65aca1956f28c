package jp.futari.eligibility.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import jp.futari.shared.DatePeriod;
import jp.futari.shared.EffectRef;
import jp.futari.shared.RegisterRow;

/** 適用の期間: the days on which this municipality covers an enrolled person. Always inside one enrolment. */
@Entity
@Table(name = "coverage")
public class Coverage extends RegisterRow {

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "enrollment_id", updatable = false)
    private Enrollment enrollment;
    @Column(updatable = false)
    private String addresseeNo;
    @Column(updatable = false)
    private UUID householdId;
    private LocalDate startedOn;
    private LocalDate endedOn;
    private String startArticle;
    private String endReason;
    private String caseNo;

    protected Coverage() {
    }

    Coverage(EffectRef effect, Enrollment enrollment, String addresseeNo, UUID householdId, LocalDate startedOn, String startArticle, String caseNo) {
        super(UUID.randomUUID(), effect);
        this.enrollment = enrollment;
        this.addresseeNo = addresseeNo;
        this.householdId = householdId;
        this.startedOn = startedOn;
        this.startArticle = startArticle;
        this.caseNo = caseNo;
    }

    void end(EffectRef effect, LocalDate endDay, String reason) {
        if (!period().contains(endDay.minusDays(1))) {
            throw new PeriodNotCurrent(id(), endDay);
        }
        writtenBy(effect);
        this.endedOn = endDay;
        this.endReason = reason;
    }

    public DatePeriod period() {
        return new DatePeriod(startedOn, endedOn);
    }

    public UUID householdId() {
        return householdId;
    }
}
