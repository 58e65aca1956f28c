package jp.futari.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import jp.futari.access.CurrentOfficer;
import jp.futari.access.PermissionTable;
import jp.futari.access.Permissions;
import jp.futari.access.Rights;
import jp.futari.access.RoleNames;
import jp.futari.access.Sections;
import jp.futari.access.SignedIn;
import jp.futari.access.Staff;
import jp.futari.access.application.AccessSettings;
import jp.futari.access.application.EnrollmentLinks;
import jp.futari.access.application.SessionLimits;
import jp.futari.access.application.StaffLists;
import jp.futari.access.application.StaffSessions;
import jp.futari.access.application.TerminalBook;
import jp.futari.audit.AuditEvent;
import jp.futari.audit.AuditTrail;
import jp.futari.shared.office.Office;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** 自分・職員と権限・端末: who I am here, and the lists of S08. */
@RestController
class StaffController {

    private final CurrentOfficer currentOfficer;
    private final Rights rights;
    private final Permissions permissions;
    private final Staff staff;
    private final StaffLists lists;
    private final StaffSessions sessions;
    private final TerminalBook terminals;
    private final EnrollmentLinks links;
    private final AccessSettings settings;
    private final SessionLimits limits;
    private final Sections sections;
    private final Office office;
    private final AuditTrail audit;

    StaffController(CurrentOfficer currentOfficer, Rights rights, Permissions permissions, Staff staff, StaffLists lists, StaffSessions sessions,
                    TerminalBook terminals, EnrollmentLinks links, AccessSettings settings, SessionLimits limits, Sections sections, Office office, AuditTrail audit) {
        this.currentOfficer = currentOfficer;
        this.rights = rights;
        this.permissions = permissions;
        this.staff = staff;
        this.lists = lists;
        this.sessions = sessions;
        this.terminals = terminals;
        this.links = links;
        this.settings = settings;
        this.audit = audit;
        this.limits = limits;
        this.sections = sections;
        this.office = office;
    }

    record Officer(String no, String name, String familyName, String section, String sectionName, String post) {
    }

    record At(String no, String place, boolean counterFacing) {
    }

    record OfficeView(String name, String product) {
    }

    record Me(Officer officer, Set<String> roles, At terminal, List<String> menu, long idleSeconds, long idleWarnSeconds, OfficeView office, boolean demo,
              String draftKey, List<StaffSessions.Elsewhere> elsewhere, Instant reauthenticatedAt) {
    }

    record LinkView(String address, Instant expiresAt) {
    }

    record RoleView(String key, String label, List<String> notTogetherWith, List<String> may) {
    }

    record Listed<T>(List<T> rows, LocalDate asOf) {
    }

    @GetMapping("/api/me")
    Me me(HttpServletRequest request) {
        SignedIn me = currentOfficer.get();
        Set<String> roles = rights.of(me).roles();
        Officer officer = staff.find(me.officer()).map(person -> new Officer(person.officer().no(), person.name(), person.familyName(), person.section(),
                sections.nameOf(person.section()), person.post())).orElseThrow();
        At terminal = terminals.byNumber(me.terminalNo()).map(t -> new At(t.terminalNo(), t.place(), t.counterFacing())).orElse(null);
        return new Me(officer, roles, terminal, permissions.menuOf(roles), limits.idle().toSeconds(), limits.warning().toSeconds(),
                new OfficeView(office.municipality().name(), office.product()), settings.demo(), BrowserSession.draftKey(request), sessions.elsewhere(me), me.reauthenticatedAt());
    }

    @GetMapping("/api/staff")
    Listed<StaffLists.Member> staff() {
        permissions.require("read", "staff");
        audit.record(AuditEvent.read("access.staff-list").purpose("staff").build());
        return new Listed<>(lists.staff(), lists.today());
    }

    @GetMapping("/api/terminals")
    Listed<StaffLists.TerminalRow> terminals() {
        permissions.require("read", "terminal");
        return new Listed<>(lists.terminals(), lists.today());
    }

    @GetMapping("/api/roles")
    Listed<RoleView> roles() {
        permissions.require("read", "role");
        PermissionTable table = PermissionTable.ofTheOffice();
        return new Listed<>(RoleNames.ALL.stream().map(role -> new RoleView(role, RoleNames.label(role),
                RoleNames.ALL.stream().filter(other -> !other.equals(role) && table.forbiddenPairs().contains(Set.of(role, other))).toList(),
                table.permissions().stream().filter(row -> row.answer() && row.role().equals(role)).map(row -> row.object() + ":" + row.action()).toList()))
                .toList(), lists.today());
    }

    /** Hands out the one-time link of a terminal that two people have approved. */
    @PostMapping("/api/terminals/{terminalNo}/link")
    LinkView handOutLink(@PathVariable String terminalNo) {
        permissions.require("hand-out-link", "terminal");
        EnrollmentLinks.Link link = links.handOut(terminalNo, currentOfficer.get().officer());
        return new LinkView(link.address(), link.expiresAt());
    }
}
