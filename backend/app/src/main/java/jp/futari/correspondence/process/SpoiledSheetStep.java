package jp.futari.correspondence.process;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.futari.casework.spi.StepWork;
import jp.futari.correspondence.model.SheetSerial;
import jp.futari.correspondence.persistence.PrintedDocument;
import jp.futari.correspondence.persistence.PrintedDocuments;
import jp.futari.shared.FieldProblem;
import org.springframework.stereotype.Component;

/** 刷り損じ: one voids the sheet, another sees it destroyed and types its number again. Only this approves a reprint, with the same words. */
@Component
class SpoiledSheetStep implements StepWork {

    private final PrintedDocuments documents;

    SpoiledSheetStep(PrintedDocuments documents) {
        this.documents = documents;
    }

    @Override
    public String stepKey() {
        return "spoiled-sheet";
    }

    @Override
    public Composition compose(StepContext step, ObjectNode values) {
        String serial = SheetSerial.plain(values.path("serial").asText());
        if (!SheetSerial.isSerial(serial)) {
            return Composition.refused(List.of(FieldProblem.of("serial", "correspondence.serial.check-digit")));
        }
        Optional<PrintedDocument> sheet = documents.bySerial(serial).filter(found -> found.caseId().equals(step.caseId()));
        if (sheet.isEmpty()) {
            return Composition.refused(List.of(FieldProblem.of("serial", "correspondence.serial.not-of-this-case")));
        }
        if (!sheet.get().isInHand()) {
            return Composition.refused(List.of(FieldProblem.of("serial", "correspondence.serial.not-in-hand")));
        }
        return Composition.of(List.of(item(sheet.get(), values)), Map.of());
    }

    private static Item item(PrintedDocument sheet, ObjectNode values) {
        ObjectNode content = JsonNodeFactory.instance.objectNode();
        content.put("spoiled", sheet.id().toString()).put("serial", sheet.serial()).put("reason", values.path("reason").asText())
                .put("destroyedBy", values.path("destroyedBy").asText());
        content.set("content", sheet.content());
        return new Item(Set.of("reprint-certificate"), "reprint", content);
    }
}
