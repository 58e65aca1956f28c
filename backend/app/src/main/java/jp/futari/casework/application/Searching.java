package jp.futari.casework.application;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import jp.futari.access.CurrentOfficer;
import jp.futari.access.Rights;
import jp.futari.access.SignedIn;
import jp.futari.addressee.Addressees;
import jp.futari.addressee.PersonPage;
import jp.futari.addressee.Reading;
import jp.futari.audit.AuditEvent;
import jp.futari.audit.AuditTrail;
import jp.futari.casework.persistence.CaseSearch;
import jp.futari.casework.persistence.CaseSearch.FoundCase;
import jp.futari.shared.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** さがす (S09): one box for cases and people. A personal number is refused, and neither kept nor written down. */
@Service
public class Searching {

    private static final Set<String> SEARCHERS = Set.of("counter-clerk", "eligibility-clerk", "levy-clerk", "benefit-clerk", "collection-clerk", "section-chief", "manager", "compliance-reviewer");
    private static final Set<String> CASES = Set.of("all", "case");
    private static final int PAGE = 20;
    private static final int MOST_CASES = 20;

    private final CurrentOfficer current;
    private final Rights rights;
    private final Addressees addressees;
    private final AuditTrail audit;
    private final CaseSearch cases;

    Searching(CurrentOfficer current, Rights rights, Addressees addressees, AuditTrail audit, CaseSearch cases) {
        this.current = current;
        this.rights = rights;
        this.addressees = addressees;
        this.audit = audit;
        this.cases = cases;
    }

    /**
     * @param kind {@code all}, {@code case}, {@code person} or {@code household}; cases come with the first page, those of the people found among them
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
        Reading reading = Reading.because("search");
        boolean casesAlone = "case".equals(kind);
        PersonPage people = casesAlone ? PersonPage.NOTHING : addressees.search(asked, cursor, PAGE, reading);
        List<String> about = casesAlone ? addressees.numbersMatching(asked, PAGE, reading) : numbers(people);
        List<FoundCase> found = cursor == null && CASES.contains(kind) ? cases.find(asked, about, held.sections(SEARCHERS).orElse(null), MOST_CASES + 1) : List.of();
        return answer(kind, found, people);
    }

    private Map<String, Object> answer(String kind, List<FoundCase> found, PersonPage people) {
        List<Map<String, Object>> results = new ArrayList<>();
        List<String> shown = new ArrayList<>(numbers(people));
        found.stream().limit(MOST_CASES).forEach(one -> {
            results.add(found(one));
            shown.add(one.caseNo());
        });
        people.hits().forEach(hit -> results.add("household".equals(kind) ? household(hit) : person(hit)));
        audit.record(AuditEvent.read("search").purpose("search").of(shown).with("kind", kind).with("results", results.size()).build());
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("results", results);
        answer.put("next", people.next());
        answer.put("narrow", people.narrow() || found.size() > MOST_CASES);
        return answer;
    }

    private static List<String> numbers(PersonPage people) {
        return people.hits().stream().map(hit -> hit.person().addresseeNo()).toList();
    }

    private String judged(String text) {
        String asked = text == null ? "" : text.replace("\0", "").strip();   // PostgreSQL keeps no such character
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

    private static Map<String, Object> found(FoundCase found) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("kind", "case");
        result.put("caseNo", found.caseNo());
        result.put("title", found.caseNo() + "　" + found.title());
        result.put("facts", Stream.of(found.subjectName(), found.receivedOn().toString()).filter(Objects::nonNull).toList());
        result.put("status", found.state());
        return result;
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
