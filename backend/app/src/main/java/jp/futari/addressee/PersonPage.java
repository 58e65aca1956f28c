package jp.futari.addressee;

import java.util.List;
import java.util.Set;

/**
 * 検索の1ページ.
 *
 * @param next   cursor of the next page, or null
 * @param narrow there are more rows containing the text than are shown; ask for more of it
 */
public record PersonPage(List<Hit> hits, String next, boolean narrow) {

    public static final PersonPage NOTHING = new PersonPage(List.of(), null, false);

    /** @param folded what was searched for but is written otherwise: 「髙=高」 */
    public record Hit(Person person, String householdNo, Set<String> folded) {
    }
}
