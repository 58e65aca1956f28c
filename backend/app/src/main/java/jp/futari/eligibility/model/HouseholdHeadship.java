package jp.futari.eligibility.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import jp.futari.shared.DatePeriod;
import jp.futari.shared.EffectRef;
import jp.futari.shared.Refused;
import jp.futari.shared.RegisterRow;

/** 世帯主である期間: the days on which a person heads a household, insured or not (ITEM-11 資格世帯主履歴). */
@Entity
@Table(name = "household_headship")
public class HouseholdHeadship extends RegisterRow {

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "household_id", updatable = false)
    private InsuredHousehold household;
    @Column(updatable = false)
    private String headAddresseeNo;
    private LocalDate fromDay;
    private LocalDate untilDay;

    protected HouseholdHeadship() {
    }

    HouseholdHeadship(EffectRef effect, InsuredHousehold household, String headAddresseeNo, LocalDate fromDay, LocalDate untilDay) {
        super(UUID.randomUUID(), effect);
        this.household = household;
        this.headAddresseeNo = headAddresseeNo;
        this.fromDay = fromDay;
        this.untilDay = untilDay;
    }

    /** 世帯主変更: another follows. @return the day this headship was to end, for the successor */
    Optional<LocalDate> succeed(EffectRef effect, LocalDate on) {
        if (!on.isAfter(fromDay)) {
            throw Refused.conflict("eligibility.household.head-differs", null);
        }
        var formerEnd = Optional.ofNullable(untilDay);
        writtenBy(effect);
        this.untilDay = on;
        return formerEnd;
    }

    DatePeriod period() {
        return new DatePeriod(fromDay, untilDay);
    }

    String headAddresseeNo() {
        return headAddresseeNo;
    }
}
