package jp.futari.eligibility.application;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.futari.eligibility.model.AcquisitionReason;
import jp.futari.eligibility.model.NoticeKind;

/** 資格取得届・適用開始の届: the values of the received notice, read once. */
record Notification(String kind, LocalDate notifiedOn, String reason, String notifier, String agentName, String agentAuthority, LocalDate eventOn, String previousInsurer,
                    String previousInsurerNumber, LocalDate previousLossOn, String headAddresseeNo, String headName, String postalCode, String address,
                    Set<String> documents, List<Applicant> persons) {

    static Notification from(JsonNode values) {
        List<Applicant> persons = new ArrayList<>();
        values.path("persons").forEach(person -> persons.add(Applicant.from(persons.size(), person)));
        Set<String> documents = new LinkedHashSet<>();
        values.path("documents").forEach(document -> documents.add(document.asText()));
        return new Notification(Texts.of(values, "notificationKind"), Texts.day(values, "notifiedOn"), Texts.of(values, "reason"), Texts.of(values, "notifier"),
                Texts.of(values, "agentName"), Texts.of(values, "agentAuthority"), Texts.day(values, "eventOn"), Texts.of(values, "previousInsurer"),
                Texts.of(values, "previousInsurerNumber"), Texts.day(values, "previousLossOn"), Texts.of(values, "headAddresseeNo"), Texts.of(values, "headName"),
                Texts.of(values, "postalCode"), Texts.of(values, "address"), documents, List.copyOf(persons));
    }

    NoticeKind noticeKind() {
        return NoticeKind.of(kind);
    }

    Optional<AcquisitionReason> acquisitionReason() {
        return AcquisitionReason.of(reason);
    }

    /** 資格取得届（社保離脱）. */
    String title() {
        return title(kind, reason);
    }

    static String title(String kind, String reason) {
        return (NoticeKind.INSIDE_PREFECTURE.code().equals(kind) ? "適用開始の届" : "資格取得届") + AcquisitionReason.of(reason).map(r -> "（" + r.label() + "）").orElse("");
    }

    boolean isByAgentOfAnotherHousehold() {
        return "agent".equals(notifier) && "letter".equals(agentAuthority);
    }

    boolean anybodyGaveNumber() {
        return persons.stream().anyMatch(Applicant::gaveNumber);
    }

    boolean anybodyIsDesignatedActivity() {
        return persons.stream().anyMatch(Applicant::isDesignatedActivity);
    }

    /** Everybody this notice is about. */
    Set<String> addressees() {
        Set<String> all = persons.stream().map(Applicant::addresseeNo).filter(no -> no != null).collect(Collectors.toCollection(LinkedHashSet::new));
        if (headAddresseeNo != null) {
            all.add(headAddresseeNo);
        }
        return all;
    }

    /** Enough to judge by: the days and words every rule needs. */
    boolean isJudgeable() {
        return kind != null && reason != null && eventOn != null && notifiedOn != null && notifier != null;
    }
}
