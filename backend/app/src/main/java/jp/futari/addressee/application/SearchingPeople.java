package jp.futari.addressee.application;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import jp.futari.addressee.PersonPage;
import jp.futari.addressee.Reading;
import jp.futari.addressee.persistence.FoundPerson;
import jp.futari.addressee.persistence.PersonSearch;
import jp.futari.addressee.persistence.PersonSearch.Field;
import jp.futari.addressee.spi.InsuredPeriods;
import jp.futari.shared.jp.VariantFolding;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/** 人をさがす: one box for 宛名番号, 被保険者番号, birth date, kana, name and address. */
@Service
class SearchingPeople {

    private static final int LARGEST_PAGE = 100;
    private static final Comparator<FoundPerson> IN_ORDER = Comparator.comparing((FoundPerson found) -> found.person().kana()).thenComparing(found -> found.person().addresseeNo());

    private final PersonSearch search;
    private final ObjectProvider<InsuredPeriods> insured;

    SearchingPeople(PersonSearch search, ObjectProvider<InsuredPeriods> insured) {
        this.search = search;
        this.insured = insured;
    }

    PersonPage page(String text, String cursor, int limit, Reading reading) {
        var typed = SearchText.of(text);
        var size = Math.max(1, Math.min(limit, LARGEST_PAGE));
        if (typed.isEmpty()) {
            return PersonPage.NOTHING;
        }
        var numbered = numbered(typed);
        if (!numbered.isEmpty() || typed.isNumber() || typed.birthDate().isPresent()) {
            return byNumberOrBirth(typed, numbered, cursor, size);
        }
        var named = byText(typed, cursor, size);
        return cursor == null && named.hits().isEmpty() && typed.looksLikeAddress() ? byAddress(typed, size, reading) : named;
    }

    /** Whose number the text is: the 宛名番号 itself, and everybody with that 被保険者番号. */
    private Set<String> numbered(SearchText typed) {
        var numbers = new TreeSet<String>();
        insured.ifAvailable(periods -> numbers.addAll(periods.holdersOf(typed.typed())));
        if (typed.isNumber()) {
            numbers.add(typed.digits());
        }
        return numbers;
    }

    private PersonPage byNumberOrBirth(SearchText typed, Set<String> numbered, String cursor, int size) {
        var after = SearchCursor.read(cursor);
        var found = new ArrayList<FoundPerson>();
        if (!numbered.isEmpty() && after.equals(PersonSearch.Position.START)) {
            found.addAll(search.byNumbers(numbered));
        }
        typed.birthDate().ifPresent(day -> found.addAll(search.bornOn(day, after, size + 1)));
        return paged(found, size, typed, false);
    }

    private PersonPage byText(SearchText typed, String cursor, int size) {
        var field = typed.isKana() ? Field.KANA : Field.NAME;
        var folded = typed.isKana() ? typed.kana() : typed.name();
        if (folded.isEmpty()) {
            return PersonPage.NOTHING;
        }
        var found = search.beginning(field, folded, SearchCursor.read(cursor), size + 1);
        if (found.size() > size) {
            return paged(found, size, typed, false);
        }
        return withParts(found, search.containing(field, folded), size, typed);
    }

    private PersonPage byAddress(SearchText typed, int size, Reading reading) {
        var found = search.livingAt(typed.address(), reading.showsProtected());
        return new PersonPage(found.stream().sorted(IN_ORDER).limit(size).map(one -> hit(one, typed)).toList(), null, found.size() > size);
    }

    private PersonPage withParts(List<FoundPerson> beginning, List<FoundPerson> parts, int size, SearchText typed) {
        var all = new ArrayList<>(beginning);
        parts.stream().sorted(IN_ORDER).limit(Math.max(size - beginning.size(), 0)).forEach(all::add);
        return new PersonPage(all.stream().map(found -> hit(found, typed)).toList(), null, beginning.size() + parts.size() > all.size());
    }

    private static PersonPage paged(List<FoundPerson> found, int size, SearchText typed, boolean narrow) {
        var more = found.size() > size;
        var page = more ? found.subList(0, size) : found;
        return new PersonPage(page.stream().map(one -> hit(one, typed)).toList(), more ? SearchCursor.write(page.get(size - 1).position()) : null, narrow);
    }

    private static PersonPage.Hit hit(FoundPerson found, SearchText typed) {
        return new PersonPage.Hit(found.person(), found.householdNo(), typed.isKana() ? Set.of() : VariantFolding.differences(typed.typed(), found.person().name()));
    }
}
