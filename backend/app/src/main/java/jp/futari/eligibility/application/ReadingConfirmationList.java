package jp.futari.eligibility.application;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.futari.access.Permissions;
import jp.futari.addressee.Addressees;
import jp.futari.addressee.Person;
import jp.futari.addressee.Reading;
import jp.futari.audit.AuditEvent;
import jp.futari.audit.AuditTrail;
import jp.futari.casework.CaseDoor;
import jp.futari.mynumber.NumberVault;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 確認リストを見る: whose number is odd, since when, and who is at it. Each look is recorded with the people shown. */
@Service
public class ReadingConfirmationList {

    private static final int PAGE = 50;

    private final ConfirmationList list;
    private final CaseDoor cases;
    private final Addressees addressees;
    private final NumberVault vault;
    private final Permissions permissions;
    private final AuditTrail audit;

    ReadingConfirmationList(ConfirmationList list, CaseDoor cases, Addressees addressees, NumberVault vault, Permissions permissions, AuditTrail audit) {
        this.list = list;
        this.cases = cases;
        this.addressees = addressees;
        this.vault = vault;
        this.permissions = permissions;
        this.audit = audit;
    }

    /** @param registered whether a number is registered for the person now; @param settlingIn the running case about this row, or null */
    public record Shown(UUID id, String caseNo, String addresseeNo, String name, String reason, Instant foundAt, boolean registered, String settlingIn,
                        ConfirmationList.Settled settled) {
    }

    public record Page(List<Shown> rows, ConfirmationList.Counts counts, UUID next, boolean maySettle) {
    }

    @Transactional
    public Page page(boolean settled, UUID after) {
        permissions.require("read", "number-confirmation");
        var found = settled ? list.settled(after, PAGE + 1) : list.open(after, PAGE + 1);
        var rows = found.subList(0, Math.min(PAGE, found.size()));
        audit.record(AuditEvent.read("eligibility.number-confirmations").purpose("number-confirmations").of(rows.stream().map(ConfirmationList.Row::caseNo).distinct().toList())
                .with("filter", settled ? "settled" : "open").with("shown", rows.size()).build());
        return new Page(shown(rows), list.counts(), found.size() > PAGE ? rows.get(PAGE - 1).id() : null, permissions.allowed("settle", "number-confirmation"));
    }

    private List<Shown> shown(List<ConfirmationList.Row> rows) {
        Set<String> people = rows.stream().map(ConfirmationList.Row::addresseeNo).collect(Collectors.toSet());
        Map<String, String> names = addressees.findAll(people, Reading.because("number-confirmations")).stream().collect(Collectors.toMap(Person::addresseeNo, Person::name));
        Map<String, String> running = running(people);
        return rows.stream().map(row -> new Shown(row.id(), row.caseNo(), row.addresseeNo(), names.get(row.addresseeNo()), row.reason(), row.foundAt(),
                vault.isBound(row.addresseeNo()), running.get(row.id().toString()), row.settled())).toList();
    }

    private Map<String, String> running(Set<String> people) {
        Map<String, String> running = new HashMap<>();
        cases.running(NumberConfirmationCase.KEY, people).forEach(open -> running.put(open.params().path(NumberConfirmationCase.CONFIRMATION).asText(), open.caseNo()));
        return running;
    }
}
