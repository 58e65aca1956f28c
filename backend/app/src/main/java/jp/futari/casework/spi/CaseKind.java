package jp.futari.casework.spi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** 案件の種類: one kind of case a room can open. A Spring bean per kind. */
public interface CaseKind {

    /** e.g. {@code enrollment} */
    String key();

    /** Japanese label, e.g. 資格取得届 */
    String label();

    /** Process id, e.g. {@code EnrollmentProcess} */
    String processId();

    /** The letter of the case number, e.g. 資 → R8-資-004512 */
    String numberLetter();

    /** Section that owns the case, e.g. {@code eligibility} */
    String section();

    /** Roles that may open a case of this kind. */
    Set<String> startedBy();

    /** Intake channels that are allowed; any other is refused (ACQ). Empty: the kind has no channel. */
    List<Channel> channels();

    /** Whether the page of receptions offers it; a kind that starts from a row of a list is not received. */
    default boolean isReceived() {
        return true;
    }

    /** Effects after which the notice can no longer be taken back: what was written then is changed by a case of another kind. */
    default Set<String> noWithdrawalAfter() {
        return Set.of();
    }

    /** What the case starts with; may throw {@link jp.futari.shared.Refused}. */
    Opening open(OpeningRequest request);

    record Channel(String key, String label) {
    }

    record OpeningRequest(String channel, LocalDate receivedOn, String subjectAddressee, String counterNote, boolean waiting, ObjectNode params) {
    }

    /**
     * @param title       what the inbox shows, without a name, e.g. 資格取得届
     * @param subjectName name shown in lists, or null while unknown
     * @param addressees  addressee numbers this case is about (for interest checks and the record)
     * @param due         statutory or internal due instant, or null
     * @param dueBasis    sentence that says why, with the article
     * @param variables   engine variables besides caseId and caseNo (ids, dates as ISO instants); never a personal value
     */
    record Opening(String title, String subjectName, String householdName, Set<String> addressees, Instant due, String dueBasis, Map<String, String> variables) {
    }
}
