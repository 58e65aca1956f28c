package jp.futari.casework.application;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.futari.access.CurrentOfficer;
import jp.futari.access.Rights;
import jp.futari.access.SignedIn;
import jp.futari.addressee.Addressees;
import jp.futari.addressee.PersonPage;
import jp.futari.addressee.Reading;
import jp.futari.audit.AuditEvent;
import jp.futari.audit.AuditTrail;
import jp.futari.shared.Refused;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** さがす (S09): one box for cases and people. A personal number is refused, and neither kept nor written down. */
@Service
public class Searching {

    private static final Set<String> SEARCHERS = Set.of("counter-clerk", "eligibility-clerk", "levy-clerk", "benefit-clerk", "collection-clerk", "section-chief", "manager", "compliance-reviewer");
    private static final int PAGE = 20;

    private final CurrentOfficer current;
    private final Rights rights;
    private final Addressees addressees;
    private final AuditTrail audit;
    private final JdbcTemplate jdbc;

    Searching(CurrentOfficer current, Rights rights, Addressees addressees, AuditTrail audit, JdbcTemplate jdbc) {
        this.current = current;
        this.rights = rights;
        this.addressees = addressees;
        this.audit = audit;
        this.jdbc = jdbc;
    }

    /**
     * @param kind {@code all}, {@code case}, {@code person} or {@code household}
     * @throws Refused 403 without a searching duty; 422 {@code search.personal-number} for twelve digits, {@code search.empty}, {@code search.too-long}
     */
    @Transactional
    public Map<String, Object> search(String text, String kind, String cursor) {
        SignedIn person = current.get();
        Rights.Held held = rights.of(person);
        if (!held.may(SEARCHERS, null)) {
            throw refused("access.role-missing", 403);
        }
        String asked = judged(text);
        List<Map<String, Object>> results = new ArrayList<>();
        List<String> shown = new ArrayList<>();
        if (cursor == null && ("all".equals(kind) || "case".equals(kind))) {
            results.addAll(cases(asked, held));
        }
        String next = null;
        if ("all".equals(kind) || "person".equals(kind) || "household".equals(kind)) {
            PersonPage page = addressees.search(asked, cursor, PAGE, Reading.because("search"));
            page.hits().forEach(hit -> shown.add(hit.person().addresseeNo()));
            page.hits().forEach(hit -> results.add("household".equals(kind) ? household(hit) : person(hit)));
            next = page.next();
        }
        results.stream().filter(result -> result.containsKey("caseNo")).forEach(result -> shown.add((String) result.get("caseNo")));
        audit.record(AuditEvent.read("search").purpose("search").of(shown).with("kind", kind).with("results", results.size()).build());
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("results", results);
        answer.put("next", next);
        return answer;
    }

    private String judged(String text) {
        String asked = text == null ? "" : text.strip();
        if (asked.isEmpty() || asked.length() > 100) {
            throw refused(asked.isEmpty() ? "search.empty" : "search.too-long", 422);
        }
        String digits = asked.codePoints().map(c -> c >= '０' && c <= '９' ? c - '０' + '0' : c).filter(c -> !Character.isWhitespace(c) && "-‐‑–—−ー・.".indexOf(c) < 0)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
        if (digits.matches("[0-9]{12}")) {
            throw refused("search.personal-number", 422);
        }
        return asked;
    }

    private Refused refused(String code, int status) {
        audit.recordApart(AuditEvent.refusal("search").with("code", code).build());
        return new Refused(status, code, Map.of(), List.of(), null);
    }

    private List<Map<String, Object>> cases(String asked, Rights.Held held) {
        return jdbc.query("""
                SELECT case_no, title, subject_name, household_name, received_on, state, section FROM case_file
                WHERE case_no = ? OR insured_number = ? OR subject_name LIKE ? OR (length(?) = 6 AND case_no LIKE ?)
                ORDER BY opened_at DESC LIMIT 10""", (row, n) -> {
            if (!held.may(SEARCHERS, row.getString("section"))) {
                return null;
            }
            Map<String, Object> result = new LinkedHashMap<>();
            result.put("kind", "case");
            result.put("caseNo", row.getString("case_no"));
            result.put("title", row.getString("case_no") + "　" + row.getString("title"));
            result.put("facts", java.util.stream.Stream.of(row.getString("subject_name"), row.getObject("received_on", LocalDate.class).toString()).filter(java.util.Objects::nonNull).toList());
            result.put("status", row.getString("state"));
            return result;
        }, asked, asked, likePrefix(asked), asked, "%-" + likePrefix(asked).replace("%", "")).stream().filter(java.util.Objects::nonNull).toList();
    }

    private static String likePrefix(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }

    private static Map<String, Object> person(PersonPage.Hit hit) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("kind", "person");
        result.put("addresseeNo", hit.person().addresseeNo());
        result.put("title", hit.person().name());
        result.put("facts", facts(hit));
        result.put("folded", hit.folded().isEmpty() ? null : String.join("、", hit.folded()));
        return result;
    }

    private static Map<String, Object> household(PersonPage.Hit hit) {
        Map<String, Object> result = person(hit);
        result.put("kind", "household");
        result.put("title", hit.person().name() + "　の世帯");
        return result;
    }

    private static List<String> facts(PersonPage.Hit hit) {
        List<String> facts = new ArrayList<>();
        facts.add(hit.person().birthDate() == null ? "" : hit.person().birthDate().toString());
        if (hit.person().address() != null) {
            facts.add(hit.person().address());
        }
        return facts;
    }
}
