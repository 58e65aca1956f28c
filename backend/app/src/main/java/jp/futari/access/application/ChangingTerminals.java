package jp.futari.access.application;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import jp.futari.access.TerminalChanges;
import jp.futari.access.model.StaffRegister;
import jp.futari.access.model.Terminal;
import jp.futari.audit.AuditEvent;
import jp.futari.audit.AuditTrail;
import jp.futari.shared.ApprovedItem;
import jp.futari.shared.BusinessClock;
import jp.futari.shared.FieldProblem;
import jp.futari.shared.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** 端末の登録 (AUTH-05). */
@Service
class ChangingTerminals implements TerminalChanges {

    private static final Duration LINK_IS_GOOD_FOR = Duration.ofHours(24);

    private final StaffRegister register;
    private final EnrollmentLinks links;
    private final StaffSessions sessions;
    private final AuditTrail audit;
    private final BusinessClock clock;

    ChangingTerminals(StaffRegister register, EnrollmentLinks links, StaffSessions sessions, AuditTrail audit, BusinessClock clock) {
        this.register = register;
        this.links = links;
        this.sessions = sessions;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS)
    public List<FieldProblem> problems(JsonNode values) {
        String number = text(values, "terminalNo");
        List<FieldProblem> problems = new ArrayList<>();
        if (!number.matches("[0-9A-Z-]{1,20}")) {
            problems.add(FieldProblem.of("terminalNo", "access.terminal.number"));
        } else if (isRemoval(values) && register.terminal(number).filter(this::isInUse).isEmpty()) {
            problems.add(FieldProblem.of("terminalNo", "access.terminal.not-enrolled"));
        }
        if (!isRemoval(values) && text(values, "place").isEmpty()) {
            problems.add(FieldProblem.of("place", "access.terminal.place"));
        }
        if (certificate(values).filter(hex -> !hex.matches("[0-9a-f]{64}")).isPresent()) {
            problems.add(FieldProblem.of("certificate", "access.terminal.certificate"));
        }
        return problems;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void enroll(ApprovedItem item) {
        JsonNode values = judged(item);
        String number = text(values, "terminalNo");
        String token = Secrets.random();
        Optional<Terminal> known = register.terminal(number);
        Terminal terminal = known.orElseGet(() -> new Terminal(number, item.effect()));
        terminal.isEnrolled(settingOf(values), new Terminal.Keys(Secrets.hash(Secrets.terminalSecretOf(token)),
                certificate(values).map(HexFormat.of()::parseHex).orElse(null)), clock.today(), item.effect());
        if (known.isEmpty()) {
            register.add(terminal);
        }
        register.flush();
        links.withdraw(number);
        links.prepare(number, token, LINK_IS_GOOD_FOR);
        sessions.endAllOn(number, "terminal-enrolled-again");
        audit.record(AuditEvent.act("access.terminal-enrolled").inCase(item.caseId()).with("terminal", number).build());
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void remove(ApprovedItem item) {
        String number = text(judged(item), "terminalNo");
        LocalDate yesterday = clock.today().minusDays(1);
        register.terminal(number).orElseThrow().isRemoved(yesterday, item.effect());
        register.flush();
        links.withdraw(number);
        int ended = sessions.endAllOn(number, "terminal-removed");
        audit.record(AuditEvent.act("access.terminal-removed").inCase(item.caseId()).with("terminal", number).with("sessions", ended).build());
    }

    private JsonNode judged(ApprovedItem item) {
        List<FieldProblem> problems = problems(item.content());
        if (!problems.isEmpty()) {
            throw Refused.fields(problems);
        }
        return item.content();
    }

    private boolean isInUse(Terminal terminal) {
        return terminal.period().reaches(clock.today());
    }

    private static Terminal.Setting settingOf(JsonNode values) {
        List<String> businesses = new ArrayList<>();
        values.path("businesses").forEach(business -> businesses.add(business.asText()));
        boolean counterFacing = values.path("counterFacing").asText().matches("yes|true");
        return new Terminal.Setting(text(values, "place"), counterFacing, businesses);
    }

    private static boolean isRemoval(JsonNode values) {
        return text(values, "change").equals("remove");
    }

    /** 端末証明書の指紋: 64 hexadecimal digits, with or without colons; only where terminals show certificates. */
    private static Optional<String> certificate(JsonNode values) {
        return Optional.of(text(values, "certificate").replace(":", "").toLowerCase(java.util.Locale.ROOT)).filter(hex -> !hex.isEmpty());
    }

    private static String text(JsonNode values, String key) {
        return values.path(key).asText("").strip();
    }
}
