package jp.futari.access.application;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.futari.access.PermissionTable;
import jp.futari.access.RightChange;
import jp.futari.access.RightChanges;
import jp.futari.access.RoleNames;
import jp.futari.access.Sections;
import jp.futari.access.model.AccessGrant;
import jp.futari.access.model.Account;
import jp.futari.access.model.ForbiddenPairs;
import jp.futari.access.model.Period;
import jp.futari.access.model.StaffMember;
import jp.futari.access.model.StaffRegister;
import jp.futari.audit.AuditEvent;
import jp.futari.audit.AuditTrail;
import jp.futari.shared.ApprovedItem;
import jp.futari.shared.BusinessClock;
import jp.futari.shared.FieldProblem;
import jp.futari.shared.OfficerId;
import jp.futari.shared.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** 権限の発効と失効 (AUTH-13, AUTH-14, AUTH-16). */
@Service
class ChangingRights implements RightChanges {

    private static final int FEWEST_ADMINISTRATORS = 2;

    private final StaffRegister register;
    private final StaffSessions sessions;
    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final AccessSettings settings;
    private final BusinessClock clock;
    private final Sections sections;
    private final ForbiddenPairs forbiddenPairs = new ForbiddenPairs(PermissionTable.ofTheOffice().forbiddenPairs());

    ChangingRights(StaffRegister register, StaffSessions sessions, JdbcClient jdbc, AuditTrail audit, AccessSettings settings, BusinessClock clock,
                   Sections sections) {
        this.register = register;
        this.sessions = sessions;
        this.jdbc = jdbc;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
        this.sections = sections;
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS)
    public List<FieldProblem> problems(RightChange change, List<OfficerId> acting) {
        List<FieldProblem> problems = new ArrayList<>();
        if (acting.stream().anyMatch(officer -> officer.no().equals(change.officerNo()))) {
            problems.add(FieldProblem.of("officerNo", "access.right.own"));
        }
        if (!RoleNames.ALL.contains(change.role())) {
            problems.add(FieldProblem.of("role", "access.right.unknown-role"));
        } else if (change.isGrant()) {
            problems.addAll(problemsOfGrant(change));
        } else {
            problems.addAll(problemsOfEnd(change));
        }
        return problems;
    }

    private List<FieldProblem> problemsOfGrant(RightChange change) {
        List<FieldProblem> problems = new ArrayList<>();
        LocalDate from = change.startsOn().orElseGet(clock::today);
        if (change.endsOn().filter(last -> last.isBefore(from)).isPresent()) {
            problems.add(FieldProblem.of("endsOn", "access.right.period"));
        }
        if (!change.officerNo().matches("[0-9A-Z-]{1,20}") || register.member(change.officerNo()).isEmpty() && !describesNewPerson(change)) {
            problems.add(FieldProblem.of("officerNo", "access.right.unknown-person"));
        }
        if (change.section().isPresent() && change.section().flatMap(sections::keyOf).isEmpty()) {
            problems.add(FieldProblem.of("section", "access.right.unknown-section"));
        }
        change.username().flatMap(problemOfUsername(change)::apply).ifPresent(problems::add);
        Period wanted = new Period(from, change.endsOn().orElse(null));
        List<String> held = register.grantsOf(change.officerNo()).stream().filter(grant -> grant.period().overlaps(wanted)).map(AccessGrant::role).toList();
        var decision = forbiddenPairs.decide(change.role(), held);
        if (!decision.isAllowed()) {
            problems.add(FieldProblem.of("role", decision.code(), decision.params()));
        }
        return problems;
    }

    private java.util.function.Function<String, Optional<FieldProblem>> problemOfUsername(RightChange change) {
        return username -> {
            if (!username.matches("[a-z0-9][a-z0-9._-]{1,63}") || username.startsWith("service-account-")) {
                return Optional.of(FieldProblem.of("username", "access.right.username"));
            }
            return register.account(username).filter(account -> !account.belongsTo(new OfficerId(change.officerNo())))
                    .map(account -> FieldProblem.of("username", "access.right.other-person"));
        };
    }

    private static boolean describesNewPerson(RightChange change) {
        return change.name().isPresent() && change.section().isPresent() && change.post().isPresent() && change.username().isPresent();
    }

    private List<FieldProblem> problemsOfEnd(RightChange change) {
        if (openGrants(change).isEmpty()) {
            return List.of(FieldProblem.of("role", "access.right.not-held"));
        }
        return change.role().equals("administrator") && administratorsWithout(Set.of(new OfficerId(change.officerNo()))) < FEWEST_ADMINISTRATORS
                ? List.of(FieldProblem.of("role", "access.right.last-administrator"))
                : List.of();
    }

    private List<AccessGrant> openGrants(RightChange change) {
        return register.grantsOf(change.officerNo()).stream()
                .filter(grant -> grant.role().equals(change.role()) && grant.period().reaches(clock.today())).toList();
    }

    @Override
    public int approversBesides(Set<OfficerId> shutOut) {
        return administratorsWithout(shutOut);
    }

    private int administratorsWithout(Set<OfficerId> without) {
        return jdbc.sql("""
                        SELECT count(DISTINCT m.officer_no) FROM futari.staff_member m CROSS JOIN LATERAL futari.roles_of(m.officer_no, futari.office_today()) r
                         WHERE r.role = 'administrator' AND NOT m.officer_no = ANY (:without)
                           AND EXISTS (SELECT 1 FROM futari.account a WHERE a.officer_no = m.officer_no
                                          AND futari.valid_on(a.starts_on, a.ends_on, futari.office_today()))""")
                .param("without", without.stream().map(OfficerId::no).toArray(String[]::new)).query(Integer.class).single();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void grant(ApprovedItem item) {
        RightChange change = judged(item);
        OfficerId officer = new OfficerId(change.officerNo());
        Period period = new Period(change.startsOn().orElseGet(clock::today), change.endsOn().orElse(null));
        StaffMember member = memberFor(officer, change, period, item);
        accountFor(officer, change, period, item);
        register.add(new AccessGrant(officer, change.role(), sectionOf(change, member), period, item.effect()));
        register.flush();
        audit.record(AuditEvent.act("access.right-granted").inCase(item.caseId()).with("officer", officer.no()).with("role", change.role()).with("section", sectionOf(change, member)).build());
    }

    /** A chief's right reaches the section it was asked for, other rights every section (decision 0043). */
    private String sectionOf(RightChange change, StaffMember member) {
        return change.role().equals("section-chief") ? change.section().flatMap(sections::keyOf).orElse(member.section()) : null;
    }

    private StaffMember memberFor(OfficerId officer, RightChange change, Period period, ApprovedItem item) {
        Optional<String> section = change.section().flatMap(sections::keyOf);
        Optional<StaffMember> known = register.member(officer.no());
        if (known.isPresent()) {
            StaffMember member = known.get();
            member.moves(section.orElse(member.section()), change.post().orElse(member.post()), period, item.effect());
            return member;
        }
        String[] name = change.name().orElseThrow().split("[\\s\u3000]+", 2);
        StaffMember member = new StaffMember(officer, new StaffMember.Particulars(name[0], name.length > 1 ? name[1] : "", change.kana().orElse(""),
                section.orElseThrow(), change.post().orElseThrow()), period, item.effect());
        register.add(member);
        register.flush();
        return member;
    }

    private void accountFor(OfficerId officer, RightChange change, Period period, ApprovedItem item) {
        List<Account> accounts = register.accountsOf(officer.no());
        Optional<Account> named = change.username().flatMap(register::account);
        if (named.isPresent()) {
            named.get().alsoFor(period, item.effect());
        } else if (change.username().isPresent()) {
            register.add(new Account(officer, settings.issuer(), change.username().get(), period, item.effect()));
        } else {
            accounts.stream().filter(account -> account.period().reaches(clock.today())).forEach(account -> account.alsoFor(period, item.effect()));
        }
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void end(ApprovedItem item) {
        RightChange change = judged(item);
        LocalDate yesterday = clock.today().minusDays(1);
        LocalDate lastDay = change.endsOn().filter(day -> day.isAfter(yesterday)).orElse(yesterday);
        openGrants(change).forEach(grant -> grant.endsOn(lastDay, item.effect()));
        boolean nothingLeft = register.grantsOf(change.officerNo()).stream().noneMatch(grant -> grant.period().reaches(lastDay.plusDays(1)));
        if (nothingLeft) {
            register.accountsOf(change.officerNo()).stream().filter(account -> account.period().reaches(lastDay.plusDays(1)))
                    .forEach(account -> account.endsOn(lastDay, item.effect()));
            register.member(change.officerNo()).ifPresent(member -> member.leaves(lastDay, item.effect()));
        }
        register.flush();
        int ended = nothingLeft && lastDay.equals(yesterday) ? sessions.endAllOf(new OfficerId(change.officerNo()), "right-ended") : 0;
        audit.record(AuditEvent.act("access.right-ended").inCase(item.caseId()).with("officer", change.officerNo()).with("role", change.role())
                .with("account", nothingLeft ? "ended" : "kept").with("sessions", ended).build());
    }

    /** The registers may have changed since the request: what is wrong now stops the effect and with it the approval. */
    private RightChange judged(ApprovedItem item) {
        RightChange change = RightChange.of(item.content());
        List<FieldProblem> problems = problems(change, List.of(item.doer(), item.checker()));
        if (!problems.isEmpty()) {
            throw Refused.fields(problems);
        }
        return change;
    }
}
