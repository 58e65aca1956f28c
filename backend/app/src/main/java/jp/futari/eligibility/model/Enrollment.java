package jp.futari.eligibility.model;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.futari.shared.DatePeriod;
import jp.futari.shared.EffectRef;
import jp.futari.shared.RegisterRow;

/** 資格の期間: one person's enrolment in the prefecture, with the coverages inside it. The loss day is the first day not insured (法7条・8条). */
@Entity
@Table(name = "enrollment")
public class Enrollment extends RegisterRow {

    @Column(updatable = false)
    private String addresseeNo;
    private LocalDate insuredFrom;
    private LocalDate acquiredOn;
    private LocalDate lostOn;
    private String noticeKind;
    private String acquisitionReason;
    private String acquisitionArticle;
    private String lossReason;
    private String caseNo;
    @OneToMany(mappedBy = "enrollment", cascade = CascadeType.PERSIST)
    @OrderBy("startedOn")
    private List<Coverage> coverages = new ArrayList<>();

    protected Enrollment() {
    }

    private Enrollment(EffectRef effect, String addresseeNo, LocalDate from, LocalDate acquiredOn, AcquisitionBasis basis) {
        super(UUID.randomUUID(), effect);
        this.addresseeNo = addresseeNo;
        this.insuredFrom = from;
        this.acquiredOn = acquiredOn;
        this.noticeKind = basis.noticeKind();
        this.acquisitionReason = basis.reason();
        this.acquisitionArticle = basis.article();
        this.caseNo = basis.caseNo();
    }

    /** 資格取得 (規2条・3条). */
    static Enrollment acquire(EffectRef effect, String addresseeNo, LocalDate on, AcquisitionBasis basis) {
        return new Enrollment(effect, addresseeNo, on, on, basis);
    }

    /** 規4条: a person enrolled through another municipality of the prefecture; the acquisition day is not told yet. */
    static Enrollment carriedOver(EffectRef effect, String addresseeNo, LocalDate knownFrom, AcquisitionBasis basis) {
        return new Enrollment(effect, addresseeNo, knownFrom, null, basis);
    }

    /** 適用開始. */
    Coverage cover(EffectRef effect, UUID householdId, LocalDate on, AcquisitionBasis basis) {
        if (!period().contains(on)) {
            throw new PeriodNotCurrent(id(), on);
        }
        var coverage = new Coverage(effect, this, addresseeNo, householdId, on, basis.article(), basis.caseNo());
        coverages.add(coverage);
        return coverage;
    }

    /** 適用終了 (県内転出): the enrolment goes on elsewhere in the prefecture. */
    public void endCoverage(EffectRef effect, LocalDate endDay, String reason) {
        currentCoverage().orElseThrow(() -> new PeriodNotCurrent(id(), endDay)).end(effect, endDay, reason);
    }

    /** 資格喪失: ends the coverage with it. */
    public void lose(EffectRef effect, LocalDate lossDay, String reason) {
        if (lostOn != null || !lossDay.isAfter(insuredFrom) || isCoveredAfter(lossDay)) {
            throw new PeriodNotCurrent(id(), lossDay);
        }
        currentCoverage().ifPresent(coverage -> coverage.end(effect, lossDay, reason));
        writtenBy(effect);
        this.lostOn = lossDay;
        this.lossReason = reason;
    }

    /** A coverage already ended later than the loss would stick out of the enrolment; it is corrected first, by a notice of its own. */
    private boolean isCoveredAfter(LocalDate day) {
        return coverages.stream().map(Coverage::period).anyMatch(period -> !period.from().isBefore(day) || !period.isOpen() && period.until().isAfter(day));
    }

    private Optional<Coverage> currentCoverage() {
        return coverages.stream().filter(coverage -> coverage.period().isOpen()).findFirst();
    }

    public DatePeriod period() {
        return new DatePeriod(insuredFrom, lostOn);
    }

    public String addresseeNo() {
        return addresseeNo;
    }

    public Optional<LocalDate> acquiredOn() {
        return Optional.ofNullable(acquiredOn);
    }

    public List<Coverage> coverages() {
        return List.copyOf(coverages);
    }
}
