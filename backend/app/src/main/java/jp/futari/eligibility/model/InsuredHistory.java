package jp.futari.eligibility.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import jp.futari.shared.DatePeriod;
import jp.futari.shared.Decision;
import jp.futari.shared.EffectRef;

/** 一人の資格の履歴: all enrolments of one person, which never overlap; nor do the coverages inside them. */
public final class InsuredHistory {

    private final String addresseeNo;
    private final List<Enrollment> enrollments;

    public InsuredHistory(String addresseeNo, List<Enrollment> enrollments) {
        this.addresseeNo = addresseeNo;
        this.enrollments = new ArrayList<>(enrollments);
    }

    /** 重複の検出 (規2条・3条): an acquisition is open-ended, so nothing may run on or after that day. */
    public Decision mayAcquire(LocalDate on) {
        return overlaps(enrollments.stream().map(Enrollment::period), on)
                ? Decision.refused("eligibility.enrollment.overlaps") : Decision.allowed();
    }

    /** 重複の検出 (規4条): coverage may begin inside a running enrolment, or before anything else is known. */
    public Decision mayStartCoverage(LocalDate on) {
        if (overlaps(coverages(), on)) {
            return Decision.refused("eligibility.coverage.overlaps");
        }
        return enrolledOn(on).map(InsuredHistory::mayBeCovered).orElseGet(() -> mayAcquire(on));
    }

    /** Coverage is open-ended, so the enrolment around it must be. */
    private static Decision mayBeCovered(Enrollment enrollment) {
        return enrollment.period().isOpen() ? Decision.allowed() : Decision.refused("eligibility.coverage.enrollment-lost");
    }

    /** 資格取得と適用開始. @return the enrolment that began */
    public Enrollment acquire(EffectRef effect, LocalDate on, UUID householdId, AcquisitionBasis basis) {
        mayAcquire(on).orRefuse();
        var enrollment = Enrollment.acquire(effect, addresseeNo, on, basis);
        enrollment.cover(effect, householdId, on, basis);
        enrollments.add(enrollment);
        return enrollment;
    }

    /** 適用開始だけ. @return the enrolment it lies in, new to this office where none was known */
    public Enrollment startCoverage(EffectRef effect, LocalDate on, UUID householdId, AcquisitionBasis basis) {
        mayStartCoverage(on).orRefuse();
        var enrollment = enrolledOn(on).orElseGet(() -> Enrollment.carriedOver(effect, addresseeNo, on, basis));
        enrollment.cover(effect, householdId, on, basis);
        if (!enrollments.contains(enrollment)) {
            enrollments.add(enrollment);
        }
        return enrollment;
    }

    public Optional<Enrollment> enrolledOn(LocalDate day) {
        return enrollments.stream().filter(enrollment -> enrollment.period().contains(day)).findFirst();
    }

    public List<Enrollment> enrollments() {
        return List.copyOf(enrollments);
    }

    private Stream<DatePeriod> coverages() {
        return enrollments.stream().flatMap(enrollment -> enrollment.coverages().stream()).map(Coverage::period);
    }

    private static boolean overlaps(Stream<DatePeriod> periods, LocalDate on) {
        return periods.anyMatch(DatePeriod.since(on)::overlaps);
    }
}
