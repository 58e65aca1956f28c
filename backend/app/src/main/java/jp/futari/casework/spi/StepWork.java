package jp.futari.casework.spi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.futari.shared.FieldProblem;
import jp.futari.shared.OfficerId;

/**
 * 工程の中身: what a room knows of one kind of human step. A Spring bean per step key. A step without a bean is a plain form: its values
 * are the submission, its gateway answers are the fields named like the model's conditions.
 */
public interface StepWork {

    String stepKey();

    /** Values the form opens with when there is no draft and no former round. */
    default ObjectNode prefill(StepContext step) {
        return com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode();
    }

    /** Read-only facts of a register shown beside a field (住民票から). Key = field key. */
    default Map<String, RegisterValue> registerValues(StepContext step, ObjectNode values) {
        return Map.of();
    }

    /** The facts a decision rests on, in order. */
    default List<Fact> basis(StepContext step) {
        return List.of();
    }

    /** Warnings and consequences to show with these values; shown to doer and checker alike. */
    default List<Finding> findings(StepContext step, ObjectNode values) {
        return List.of();
    }

    /**
     * 離す工程の例外: decided once, when the step opens, whoever comes or goes later. A reason lets the people in whom the model keeps out ({@code apartFrom}),
     * because the office is too small to do without them; the step keeps it and the record says so. Doer and checker of a step are two persons all the same:
     * nothing lifts that.
     */
    default Optional<String> tooFewToKeepApart(Opening opening) {
        return Optional.empty();
    }

    /**
     * 本人: officers whom these values are about. They take no part in any step of the case (two-persons.md, conflict of interest), as long as the latest entry of
     * the step names them: a mistyped number that was returned and corrected keeps nobody out.
     */
    default Set<OfficerId> concerned(ObjectNode values) {
        return Set.of();
    }

    /**
     * Judges the values a person wants to send and composes the submission. Required fields, types and formats of the form schema were
     * checked before; here the room's rules speak.
     */
    Composition compose(StepContext step, ObjectNode values);

    /**
     * @param problems field problems; if any, nothing is sent
     * @param items    what later effects will apply, in order; part of the submission, shown to the checker through the values and basis
     * @param answers  gateway answers for the model's conditions, e.g. {@code decision → approve}
     * @param system   fields the machine has settled (key → reason), not asked of the checker; never a {@code reenter} field
     * @param findings as shown
     * @param rules    rule rows that fired, stored with the submission
     * @param subject  new facts for the inbox and case head, if the step settled who it is about
     */
    record Composition(List<FieldProblem> problems, List<Item> items, Map<String, String> answers, Map<String, String> system, List<Finding> findings,
                       List<FiredRule> rules, Optional<Subject> subject) {

        public static Composition plain() {
            return new Composition(List.of(), List.of(), Map.of(), Map.of(), List.of(), List.of(), Optional.empty());
        }

        public static Composition refused(List<FieldProblem> problems) {
            return new Composition(problems, List.of(), Map.of(), Map.of(), List.of(), List.of(), Optional.empty());
        }

        public static Composition of(List<Item> items, Map<String, String> answers) {
            return new Composition(List.of(), items, answers, Map.of(), List.of(), List.of(), Optional.empty());
        }
    }

    /** @param effects effect keys this item is for; @param kind a word for readers, e.g. {@code enrollment} */
    record Item(Set<String> effects, String kind, JsonNode content) {
    }

    record RegisterValue(String value, String source, String note) {
    }

    record Fact(String label, String value) {
    }

    /** @param level {@code info}, {@code warn} or {@code block}; @param article law and article, or null */
    record Finding(String level, String code, String message, String article) {
    }

    record FiredRule(String decision, String row, String article, Map<String, Object> inputs, Map<String, Object> outputs) {
    }

    record Subject(String name, String householdName, LocalDate birthDate, String insuredNumber, Set<String> addressees) {
    }

    /** A step that opens in a case. */
    interface Opening {
        UUID caseId();

        /** Officers who take no part in the case, whatever their rights: it is about them, or they declared an interest. */
        Set<OfficerId> shutOut();
    }

    /** Where we are: the case, this step and round, and the approved submissions of the case so far. */
    interface StepContext {
        UUID caseId();

        String caseNo();

        String kind();

        String stepKey();

        UUID stepId();

        int round();

        LocalDate receivedOn();

        String channel();

        Instant now();

        LocalDate today();

        OfficerId actor();

        /** Why nobody was kept out of this step, as it was decided when it opened; empty where the model's word stands. */
        Optional<String> apartLifted();

        /** Addressee numbers the case is about so far. */
        Set<String> addressees();

        /** Parameters the case was opened with. */
        ObjectNode params();

        /** Values of the latest confirmed submission of a step in this case. */
        Optional<ObjectNode> approvedValues(String stepKey);

        /** Items of the latest confirmed submission of a step in this case. */
        List<Item> approvedItems(String stepKey);
    }
}
