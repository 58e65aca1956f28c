package jp.futari.addressee.persistence;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * 検索: first those whose name begins with the text, page by page in kana order (an index range); then those who merely contain it (a trigram index
 * from three characters on, the given name's beginning below), at most {@link #MOST_PARTS} of them.
 */
@Repository
public class PersonSearch {

    public static final int MOST_PARTS = 500;
    private static final String LAST = "\uDBFF\uDFFF";
    private static final String HIT = "SELECT " + PersonRows.COLUMNS + ", p.kana_folded, (SELECT m.household_no FROM futari.household_member m WHERE m.addressee_no = p.addressee_no AND m.until IS NULL) AS household_no ";

    private final JdbcClient jdbc;

    public PersonSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<FoundPerson> byNumbers(Collection<String> addresseeNos) {
        return jdbc.sql(HIT + "FROM futari.person p WHERE p.addressee_no = ANY (?) ORDER BY p.kana_folded, p.addressee_no").param(addresseeNos.toArray(String[]::new))
                .query((row, n) -> FoundPerson.of(row)).list();
    }

    /** Those whose folded address contains the text, at most {@link #MOST_PARTS} and one. A protected person is found by it only by who may see the address. */
    public List<FoundPerson> livingAt(String text, boolean showsProtected) {
        return jdbc.sql(HIT + "FROM futari.person p WHERE p.address_folded LIKE ? AND (? OR NOT p.protected_person) LIMIT ?")
                .params("%" + escaped(text) + "%", showsProtected, MOST_PARTS + 1).query((row, n) -> FoundPerson.of(row)).list();
    }

    public List<FoundPerson> bornOn(LocalDate day, Position after, int limit) {
        return jdbc.sql(HIT + "FROM futari.person p WHERE p.birth_date = ? AND (p.kana_folded, p.addressee_no) > (?, ?) ORDER BY p.kana_folded, p.addressee_no LIMIT ?")
                .params(day, after.text(), after.addresseeNo(), limit).query((row, n) -> FoundPerson.of(row)).list();
    }

    /** Those whose folded name or kana begins with the text. One lower bound only: with two of them the index is read from its beginning. */
    public List<FoundPerson> beginning(Field field, String text, Position after, int limit) {
        return jdbc.sql(HIT.replace("p.kana_folded,", "p." + field.whole + " AS kana_folded,") + """
                FROM futari.person p WHERE p.%1$s < ? AND (p.%1$s, p.addressee_no) > (?, ?) ORDER BY p.%1$s, p.addressee_no LIMIT ?"""
                .formatted(field.whole)).params(text + LAST, after.equals(Position.START) ? text : after.text(), after.addresseeNo(), limit)
                .query((row, n) -> FoundPerson.of(row)).list();
    }

    /** Those whose folded name or kana contains the text but does not begin with it, in no promised order, at most {@link #MOST_PARTS} and one. */
    public List<FoundPerson> containing(Field field, String text) {
        return text.codePointCount(0, text.length()) < 3 ? givenBeginning(field, text) : withinName(field, text);
    }

    private List<FoundPerson> withinName(Field field, String text) {
        return jdbc.sql(HIT + "FROM futari.person p WHERE p.%1$s LIKE ? AND NOT p.%1$s ^@ ? LIMIT ?".formatted(field.whole))
                .params("%" + escaped(text) + "%", text, MOST_PARTS + 1).query((row, n) -> FoundPerson.of(row)).list();
    }

    private List<FoundPerson> givenBeginning(Field field, String text) {
        return jdbc.sql(HIT + "FROM futari.person p WHERE p.%1$s >= ? AND p.%1$s < ? AND NOT p.%2$s ^@ ? LIMIT ?".formatted(field.given, field.whole))
                .params(text, text + LAST, text, MOST_PARTS + 1).query((row, n) -> FoundPerson.of(row)).list();
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    /** What is searched: the kana or the name. */
    public enum Field {
        KANA("kana_folded", "given_kana_folded"),
        NAME("name_folded", "given_folded");

        private final String whole;
        private final String given;

        Field(String whole, String given) {
            this.whole = whole;
            this.given = given;
        }
    }

    /** Where the last page ended. */
    public record Position(String text, String addresseeNo) {
        public static final Position START = new Position("", "");
    }
}
