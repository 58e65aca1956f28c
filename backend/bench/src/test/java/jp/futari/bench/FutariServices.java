package jp.futari.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Supplier;
import jp.futari.access.SignedIn;
import jp.futari.access.SignedInAuthentication;
import jp.futari.audit.LogSequencer;
import jp.futari.casework.application.ActRequest;
import jp.futari.casework.application.CheckingSteps;
import jp.futari.casework.application.EnteringSteps;
import jp.futari.casework.application.StartingCases;
import jp.futari.casework.application.WorkPages;
import jp.futari.casework.spi.CaseKind.OpeningRequest;
import jp.futari.shared.BusinessClock;
import jp.futari.shared.OfficerId;
import jp.futari.support.RoundTrips;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;

/** 二人、サービスの層: the same acts as over HTTP, called in this JVM by persons as {@code access} sets them. Every wall is on. */
final class FutariServices implements Contender {

    private final Office office;
    private final StartingCases starting;
    private final EnteringSteps entering;
    private final WorkPages pages;
    private final CheckingSteps checking;
    private final LogSequencer sequencer;
    private final SignedIn[] doers;
    private final SignedIn[] checkers;

    FutariServices(Office office, int workers) {
        this.office = office;
        starting = office.server.bean(StartingCases.class);
        entering = office.server.bean(EnteringSteps.class);
        pages = office.server.bean(WorkPages.class);
        checking = office.server.bean(CheckingSteps.class);
        sequencer = office.server.bean(LogSequencer.class);
        doers = new SignedIn[workers];
        checkers = new SignedIn[workers];
        for (int i = 0; i < workers; i++) {
            doers[i] = person("D" + i, "KD-00" + i);
            checkers[i] = person("C" + i, "KC-00" + i);
        }
    }

    private SignedIn person(String no, String terminal) {
        UUID session = office.server.staff.session(no, terminal);
        office.database.superuser("UPDATE staff_session SET active_until = now() + interval '6 hours' WHERE ref = '" + session + "'");
        return new SignedIn(session, new OfficerId(no), no.toLowerCase(java.util.Locale.ROOT), terminal, Instant.now());
    }

    @Override
    public String name() {
        return "Futari, service layer";
    }

    @Override
    public void oneCase(int worker) {
        SignedIn doer = doers[worker];
        SignedIn checker = checkers[worker];
        var opening = new OpeningRequest(null, LocalDate.now(BusinessClock.ZONE), null, null, false, JsonNodeFactory.instance.objectNode());
        JsonNode started = as(doer, () -> starting.start(asked("case.start"), AmountCase.KEY, opening));
        var values = JsonNodeFactory.instance.objectNode().put("amount", 12345);
        as(doer, () -> entering.complete(asked("task.complete", 1), started.path("taskId").asText(), values, true));
        String check = office.openTask(started.path("caseId").asText());
        int version = as(checker, () -> pages.begin(check)).path("version").asInt();
        as(checker, () -> checking.attempt(asked("check.attempt"), check, "amount", "12,345"));
        as(checker, () -> checking.confirm(asked("check.complete", version), check));
    }

    private static ActRequest asked(String action) {
        return asked(action, null);
    }

    private static ActRequest asked(String action, Integer version) {
        return new ActRequest(action, UUID.randomUUID(), version, action);
    }

    private static <T> T as(SignedIn person, Supplier<T> act) {
        SecurityContextHolder.setContext(new SecurityContextImpl(new SignedInAuthentication(person)));
        try {
            return act.get();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    @Override
    public void settle() {
        while (sequencer.sequence() > 0) {
            Thread.onSpinWait();
        }
    }

    @Override
    public RoundTrips trips() {
        return office.trips;
    }
}
