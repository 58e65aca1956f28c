package jp.futari.correspondence.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jp.futari.casework.spi.StepWork;
import jp.futari.correspondence.model.SheetSerial;
import jp.futari.correspondence.persistence.PrintJobs;
import jp.futari.correspondence.persistence.PrintedDocument;
import jp.futari.correspondence.persistence.PrintedDocuments;
import jp.futari.shared.FieldProblem;
import org.springframework.stereotype.Component;

/**
 * 交付: pack and scan. What is scanned must be exactly the sheets printed for this case and still in hand; the envelope's address must be the
 * approved one. The second person counts the sheets again without the first count.
 */
@Component
class HandOverStep implements StepWork {

    private final PrintedDocuments documents;
    private final PrintJobs jobs;

    HandOverStep(PrintedDocuments documents, PrintJobs jobs) {
        this.documents = documents;
        this.jobs = jobs;
    }

    @Override
    public String stepKey() {
        return "hand-over";
    }

    /** Whom the papers are for and whether they are made; never how many, and never their serials. */
    @Override
    public List<Fact> basis(StepContext step) {
        List<Fact> facts = new ArrayList<>();
        inHand(step).stream().map(sheet -> sheet.content().path("recipient")).map(HandOverStep::addressed).distinct().forEach(to -> facts.add(new Fact("あて先", to)));
        inHand(step).stream().map(sheet -> sheet.kind().label() + "　" + sheet.content().path("name").asText("")).distinct().forEach(what -> facts.add(new Fact("交付する書類", what)));
        return facts;
    }

    private static String addressed(JsonNode recipient) {
        return recipient.path("address").asText("").replace("\n", "　") + "　" + recipient.path("name").asText() + "　様";
    }

    @Override
    public List<Finding> findings(StepContext step, ObjectNode values) {
        List<Finding> findings = new ArrayList<>();
        jobs.ofCase(step.caseId()).forEach(job -> {
            if ("stopped".equals(job.state())) {
                findings.add(new Finding("block", "correspondence.print.stopped", "字形がないため、印刷が止まっています。" + String.join("、", job.missing()), null));
            } else if (!job.isMade()) {
                findings.add(new Finding("block", "correspondence.print.waiting", "印刷の準備をしています。少し待ってから開き直してください。", null));
            }
        });
        return findings;
    }

    @Override
    public Composition compose(StepContext step, ObjectNode values) {
        List<PrintedDocument> sheets = inHand(step);
        List<FieldProblem> problems = problems(step, values, sheets);
        if (!problems.isEmpty()) {
            return Composition.refused(problems);
        }
        boolean isSpoiled = "spoiled".equals(values.path("result").asText());
        return Composition.of(isSpoiled ? List.of() : List.of(item(values, sheets)), Map.of("printResult", isSpoiled ? "spoiled" : "packed"));
    }

    private List<PrintedDocument> inHand(StepContext step) {
        return documents.ofCase(step.caseId()).stream().filter(PrintedDocument::isInHand).toList();
    }

    private List<FieldProblem> problems(StepContext step, ObjectNode values, List<PrintedDocument> sheets) {
        List<FieldProblem> problems = new ArrayList<>();
        if (jobs.ofCase(step.caseId()).stream().anyMatch(job -> !job.isMade())) {
            problems.add(FieldProblem.of("result", "correspondence.print.not-made"));
        }
        List<String> scanned = new ArrayList<>();
        values.path("serials").forEach(serial -> scanned.add(SheetSerial.plain(serial.asText())));
        serialProblem(scanned, sheets).ifPresent(code -> problems.add(FieldProblem.of("serials", code)));
        if (values.path("sheetCount").asInt(-1) != scanned.size()) {
            problems.add(FieldProblem.of("sheetCount", "correspondence.sheets.not-as-scanned"));
        }
        boolean isMailed = "mail".equals(values.path("recipient").asText());
        if (isMailed && sheets.stream().anyMatch(sheet -> !isSameAddress(values.path("addressOnEnvelope").asText(), sheet.content().path("recipient").path("address").asText("")))) {
            problems.add(FieldProblem.of("addressOnEnvelope", "correspondence.envelope.other-address"));
        }
        return problems;
    }

    private static java.util.Optional<String> serialProblem(List<String> scanned, List<PrintedDocument> sheets) {
        Set<String> printed = sheets.stream().map(PrintedDocument::serial).collect(Collectors.toSet());
        Set<String> once = new LinkedHashSet<>(scanned);
        if (scanned.stream().anyMatch(serial -> !SheetSerial.isSerial(serial))) {
            return java.util.Optional.of("correspondence.serial.check-digit");
        }
        if (once.size() != scanned.size()) {
            return java.util.Optional.of("correspondence.serial.twice");
        }
        if (!printed.containsAll(once)) {
            return java.util.Optional.of("correspondence.serial.not-of-this-case");
        }
        return once.containsAll(printed) ? java.util.Optional.empty() : java.util.Optional.of("correspondence.serial.sheet-left");
    }

    /** Width of digits, hyphens and spaces do not make another address. */
    static boolean isSameAddress(String one, String other) {
        return !other.isBlank() && folded(one).equals(folded(other));
    }

    private static String folded(String address) {
        return Normalizer.normalize(address, Normalizer.Form.NFKC).replaceAll("[\\s‐‑–—−ー-]", "");
    }

    private static Item item(ObjectNode values, List<PrintedDocument> sheets) {
        ObjectNode content = JsonNodeFactory.instance.objectNode();
        ArrayNode ids = content.putArray("sheets");
        ArrayNode serials = content.putArray("serials");
        sheets.forEach(sheet -> {
            ids.add(sheet.id().toString());
            serials.add(sheet.serial());
        });
        content.put("recipient", values.path("recipient").asText());
        if (values.hasNonNull("addressOnEnvelope")) {
            content.put("addressOnEnvelope", values.path("addressOnEnvelope").asText());
        }
        return new Item(Set.of("dispatch-certificate"), "dispatch", content);
    }
}
