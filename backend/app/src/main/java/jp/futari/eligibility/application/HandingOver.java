package jp.futari.eligibility.application;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.futari.casework.spi.StepWork;
import org.springframework.stereotype.Component;

/** 交付: the right sheets, counted, in the right envelope (WORK-06). A spoiled sheet leaves by its answer and dispatches nothing. */
@Component
class HandingOver implements StepWork {

    @Override
    public String stepKey() {
        return "hand-over";
    }

    @Override
    public List<Fact> basis(StepContext step) {
        return PrintedPapers.of(step).stream().map(paper -> new Fact(paper.label(), paper.name())).toList();
    }

    @Override
    public Map<String, RegisterValue> registerValues(StepContext step, ObjectNode values) {
        return PrintedPapers.of(step).stream().findFirst().filter(paper -> paper.address() != null)
                .map(paper -> Map.of("addressOnEnvelope", new RegisterValue(paper.address(), "資格確認書等のあて先", null))).orElse(Map.of());
    }

    @Override
    public Composition compose(StepContext step, ObjectNode values) {
        Remarks remarks = new Remarks();
        Set<String> serials = new HashSet<>();
        values.path("serials").forEach(serial -> serials.add(serial.asText()));
        int sheets = PrintedPapers.of(step).size();
        if (serials.size() != values.path("serials").size() || serials.size() != sheets) {
            remarks.problem("serials", "eligibility.hand-over.serials", Map.of("sheets", Integer.toString(sheets)));
        }
        if (values.path("sheetCount").asInt() != serials.size()) {
            remarks.problem("sheetCount", "eligibility.hand-over.count");
        }
        envelope(step, values, remarks);
        if ("spoiled".equals(Texts.of(values, "result"))) {
            return remarks.composition(List.of(), Map.of("printResult", "spoiled"), null);
        }
        return remarks.composition(List.of(new Item(Set.of("dispatch-certificate"), "dispatch", dispatch(step, values))), Map.of("printResult", "packed"), null);
    }

    private static void envelope(StepContext step, ObjectNode values, Remarks remarks) {
        if (!"mail".equals(Texts.of(values, "recipient"))) {
            return;
        }
        String printed = PrintedPapers.of(step).stream().findFirst().map(PrintedPapers.Paper::address).orElse(null);
        if (printed == null) {
            remarks.problem("recipient", "eligibility.hand-over.protected-at-counter");
        } else if (!printed.equals(Texts.of(values, "addressOnEnvelope"))) {
            remarks.problem("addressOnEnvelope", "eligibility.hand-over.address-differs");
        }
    }

    private static ObjectNode dispatch(StepContext step, ObjectNode values) {
        ObjectNode content = JsonNodeFactory.instance.objectNode();
        content.put("recipient", Texts.of(values, "recipient")).put("addressOnEnvelope", Texts.of(values, "addressOnEnvelope"));
        content.set("serials", values.path("serials").deepCopy());
        content.put("sheetCount", values.path("sheetCount").asInt()).put("handedOverOn", step.today().toString());
        content.put("headAddresseeNo", ReceivedNotice.notice(step).headAddresseeNo());
        return content;
    }
}
