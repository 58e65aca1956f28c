package jp.futari.eligibility.application;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import jp.futari.addressee.Addressees;
import jp.futari.casework.spi.StepWork;
import jp.futari.mynumber.CandidateId;
import jp.futari.mynumber.NumberFinding;
import jp.futari.mynumber.NumberVault;
import jp.futari.shared.BusinessClock;
import jp.futari.shared.jp.EraDate;
import org.springframework.stereotype.Component;

/** 番号の確認: what came of looking into one row of the confirmation list, and the right number where there is one. The room knows its random id only. */
@Component
class SettlingNumber implements StepWork {

    static final String STEP = "settle-number";
    private static final String NUMBER = "personalNumber";
    /** Nothing was registered and nothing proves why: words say it. */
    private static final Set<String> WANTS_WORDS = Set.of("refer", "unobtainable");

    private final ConfirmationList list;
    private final NumberVault vault;
    private final Addressees addressees;

    SettlingNumber(ConfirmationList list, NumberVault vault, Addressees addressees) {
        this.list = list;
        this.vault = vault;
        this.addressees = addressees;
    }

    @Override
    public String stepKey() {
        return STEP;
    }

    @Override
    public List<Fact> basis(StepContext step) {
        var row = row(step);
        return List.of(new Fact("ちがい", Sentences.of("eligibility.confirmation." + row.reason(), Map.of())),
                new Fact("見つけた届", row.caseNo()),
                new Fact("見つけた日", EraDate.written(LocalDate.ofInstant(row.foundAt(), BusinessClock.ZONE))),
                new Fact("個人番号", vault.isBound(row.addresseeNo()) ? "登録・照合済み" : "登録なし"));
    }

    @Override
    public Composition compose(StepContext step, ObjectNode values) {
        var row = row(step);
        Remarks remarks = new Remarks();
        String outcome = Texts.orEmpty(Texts.of(values, "outcome"));
        String candidate = Texts.of(values, NUMBER);
        if (row.settled() != null) {
            remarks.problem("outcome", "eligibility.confirmation.settled");
        }
        switch (outcome) {
            case "bind" -> bindable(row, values, candidate, remarks);
            case "keep" -> keepable(row, remarks);
            default -> wanted(outcome, values, remarks);
        }
        return remarks.composition(items(step, row, outcome, candidate), Map.of(), null);
    }

    private void bindable(ConfirmationList.Row row, ObjectNode values, String candidate, Remarks remarks) {
        if (candidate == null) {
            remarks.problem(NUMBER, "eligibility.settlement.number-missing");
            return;
        }
        if ("nothing".equals(Texts.of(values, "source"))) {
            remarks.problem("source", "eligibility.settlement.nothing-seen");
        }
        Set<NumberFinding> findings = vault.findings(CandidateId.of(candidate), row.addresseeNo(), addressees.householdMembers(row.addresseeNo()));
        if (findings.contains(NumberFinding.BOUND_TO_ANOTHER) || findings.contains(NumberFinding.BOUND_TO_HOUSEHOLD_MEMBER)) {
            remarks.problem(NUMBER, "eligibility.settlement.bound-to-another");
        } else if (findings.contains(NumberFinding.DIFFERENT_NUMBER)) {
            remarks.warn("eligibility.settlement.replaces", Map.of(), "番号法16条");
        } else if (vault.isBound(row.addresseeNo())) {
            remarks.problem(NUMBER, "eligibility.settlement.same-as-registered");
        }
    }

    private void keepable(ConfirmationList.Row row, Remarks remarks) {
        if (!vault.isBound(row.addresseeNo())) {
            remarks.problem("outcome", "eligibility.settlement.nothing-to-keep");
        }
    }

    private static void wanted(String outcome, ObjectNode values, Remarks remarks) {
        if (WANTS_WORDS.contains(outcome) && Texts.of(values, "remarks") == null) {
            remarks.problem("remarks", "eligibility.settlement.why-missing");
        }
    }

    private List<Item> items(StepContext step, ConfirmationList.Row row, String outcome, String candidate) {
        List<Item> items = new ArrayList<>();
        if ("bind".equals(outcome) && candidate != null) {
            items.add(new Item(Set.of("bind-number"), "number", EligibilityJson.write(
                    new BindingNumbers.Content(candidate, row.addresseeNo(), step.today(), vault.isBound(row.addresseeNo())))));
        }
        items.add(new Item(Set.of("settle-number-confirmation"), "number-settlement", EligibilityJson.write(new SettlingConfirmations.Content(row.id(), outcome))));
        return items;
    }

    private ConfirmationList.Row row(StepContext step) {
        UUID id = NumberConfirmationCase.confirmation(step.params());
        return list.find(id).orElseThrow(() -> new IllegalStateException("no row " + id));
    }
}
