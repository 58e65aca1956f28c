package jp.futari.access.model;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.util.Optional;

/** 期間: from a first day to a last day, both included; no last day: until further notice. */
@Embeddable
public class Period {

    @Column(name = "starts_on", nullable = false)
    private LocalDate startsOn;

    @Column(name = "ends_on")
    private LocalDate endsOn;

    protected Period() {
    }

    public Period(LocalDate startsOn, LocalDate endsOn) {
        this.startsOn = startsOn;
        this.endsOn = endsOn;
    }

    public boolean includes(LocalDate day) {
        return !startsOn.isAfter(day) && !isOverBefore(day);
    }

    /** Some day of it is today or later. */
    public boolean reaches(LocalDate day) {
        return !isOverBefore(day);
    }

    public boolean overlaps(Period other) {
        return !isOverBefore(other.startsOn) && !other.isOverBefore(startsOn);
    }

    /** The smallest period that holds both. */
    public Period joined(Period other) {
        LocalDate first = startsOn.isBefore(other.startsOn) ? startsOn : other.startsOn;
        LocalDate last = endsOn == null || other.endsOn == null ? null : endsOn.isAfter(other.endsOn) ? endsOn : other.endsOn;
        return new Period(first, last);
    }

    /** Shortened; never prolonged. */
    public Period endingOn(LocalDate lastDay) {
        return endsOn != null && endsOn.isBefore(lastDay) ? this : new Period(startsOn, lastDay);
    }

    private boolean isOverBefore(LocalDate day) {
        return endsOn != null && endsOn.isBefore(day);
    }

    public LocalDate startsOn() {
        return startsOn;
    }

    public Optional<LocalDate> endsOn() {
        return Optional.ofNullable(endsOn);
    }
}
