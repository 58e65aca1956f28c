package jp.futari.bench;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.futari.access.SignedIn;
import jp.futari.access.SignedInAuthentication;
import jp.futari.addressee.persistence.PersonSearch;
import jp.futari.addressee.persistence.PersonSearch.Field;
import jp.futari.addressee.persistence.PersonSearch.Position;
import jp.futari.casework.persistence.CaseSearch;
import jp.futari.shared.OfficerId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;

/**
 * さがす速さ: kana beginning, kana part, birth date and numbers among so many persons and cases, beside the leanest SQL a hand would write for that one question
 * on the same indexes through the same pool. "Whole request" is the service with rights, both questions and the record of what was shown. Argument: persons and cases (default 1000000).
 */
public final class Searching {

    private static final int RUNS = 40;
    private static final String LAST = "\uDBFF\uDFFF";
    private static final String PERSON = "SELECT addressee_no, name, kana, birth_date, address FROM futari.person WHERE ";
    private static final String CASE = "SELECT case_no, title, subject_name, received_on, state FROM futari.case_file WHERE ";

    private final Office office;
    private final PersonSearch people;
    private final CaseSearch cases;
    private final jp.futari.casework.application.Searching service;
    private final JdbcClient hand;

    private Searching(Office office) {
        this.office = office;
        hand = office.server.bean(JdbcClient.class);
        people = office.server.bean(PersonSearch.class);
        cases = office.server.bean(CaseSearch.class);
        service = office.server.bean(jp.futari.casework.application.Searching.class);
    }

    public static void main(String[] arguments) throws Exception {
        Postgres.likeARealServer();
        int size = arguments.length == 0 ? 1_000_000 : Integer.parseInt(arguments[0]);
        try (Office office = new Office(1)) {
            new Registers(Postgres.of(office.database), Postgres.nameOf(office.database)).fill(size);
            new Searching(office).measure(size);
        }
        System.exit(0);
    }

    private void measure(int size) {
        signIn();
        String no = "%010d".formatted(size / 3);
        LocalDate day = LocalDate.of(1980, 5, 5);
        Figures.surroundings("Search among " + size + " persons and " + size + " cases; milliseconds, medians of " + RUNS);
        Figures.header("what", "hand-written SQL", "Futari: statement", "Futari ÷ SQL", "Futari: whole request");
        row("kana, beginning, common", "カクウ", () -> byHand(PERSON + "kana_folded >= ? AND kana_folded < ? ORDER BY kana_folded, addressee_no LIMIT 21", "カクウ", "カクウ" + LAST),
                () -> people.beginning(Field.KANA, "カクウ", Position.START, 21));
        row("kana, beginning, rare", "ニジノムケ", () -> byHand(PERSON + "kana_folded >= ? AND kana_folded < ? ORDER BY kana_folded, addressee_no LIMIT 21", "ニジノムケ", "ニジノムケ" + LAST),
                () -> people.beginning(Field.KANA, "ニジノムケ", Position.START, 21));
        row("kana, part", "ムケアカリ", () -> byHand(PERSON + "kana_folded LIKE '%ムケアカリ%' LIMIT 501"), () -> people.containing(Field.KANA, "ムケアカリ"));
        row("birth date", day.toString(), () -> byHand(PERSON + "birth_date = ? ORDER BY kana_folded, addressee_no LIMIT 21", day), () -> people.bornOn(day, Position.START, 21));
        row("宛名番号", no, () -> byHand(PERSON + "addressee_no = ?", no), () -> people.byNumbers(List.of(no)));
        row("case number", "R8-測-123456", () -> byHand(CASE + "case_no = ?", "R8-測-123456"), () -> cases.find("R8-測-123456", List.of(), null, 21));
        row("case number, last six digits", "123456", () -> byHand(CASE + "right(case_no, 6) = ? ORDER BY opened_at DESC LIMIT 21", "123456"), () -> cases.find("123456", List.of(), null, 21));
        row("case, person's name", "架空　1234", () -> byHand(CASE + "subject_name COLLATE \"C\" >= ? AND subject_name COLLATE \"C\" < ? ORDER BY opened_at DESC LIMIT 21", "架空　1234", "架空　1234" + LAST),
                () -> cases.find("架空　1234", List.of(), null, 21));
    }

    private void row(String what, String typed, Figures.Work byHand, Figures.Work ours) {
        double hands = Figures.medianMillis(100, RUNS, byHand);
        double statement = Figures.medianMillis(100, RUNS, ours);
        Figures.line(what + " 「" + typed + "」", hands, statement, statement / hands, Figures.medianMillis(5, RUNS, () -> service.search(typed, "all", null)));
    }

    private void byHand(String sql, Object... values) {
        hand.sql(sql).params(values).query((row, n) -> row.getString(1)).list();
    }

    private void signIn() {
        UUID session = office.server.staff.session("D0", "KD-000");
        office.database.superuser("UPDATE staff_session SET active_until = now() + interval '6 hours' WHERE ref = '" + session + "'");
        SecurityContextHolder.setContext(new SecurityContextImpl(new SignedInAuthentication(new SignedIn(session, new OfficerId("D0"), "d0", "KD-000", Instant.now()))));
    }
}
