package jp.futari.casework.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.futari.casework.model.FormSchema.Answer;

/**
 * 見くらべる項目の分けかた: which compared answers one look takes in. What the form puts together becomes one item, but never more values than a
 * person can answer for with one 同じ: six, and with the name of a person only three beside it. What does not fit becomes the next item (decision 0013).
 */
public final class Compared {

    static final int MOST_VALUES = 6;
    static final int MOST_BESIDE_A_NAME = 3;
    static final String LEFT_OUT = "leftOut";

    /** No field of a form has a hyphen in its key: {@code persons.0.item-row}, and {@code …-2} for what did not fit. */
    private static final String MARK = "item-";
    private static final Pattern KEY = Pattern.compile("(?:(.+)[.](\\d+)[.])?" + MARK + "([a-zA-Z]+)(?:-\\d+)?");

    private Compared() {
    }

    /** @param key the item's key: the field's own where it stands alone */
    public record Item(String key, List<Answer> answers) {
    }

    /** In the order of the paper: an item stands where its first field stands, what was left out comes last. */
    public static List<Item> items(FormSchema form, List<Answer> written, List<Answer> leftOut) {
        Map<String, List<Answer>> together = new LinkedHashMap<>();
        written.forEach(answer -> together.computeIfAbsent(key(form, answer), k -> new ArrayList<>()).add(answer));
        leftOut.forEach(answer -> together.computeIfAbsent(MARK + LEFT_OUT, k -> new ArrayList<>()).add(answer));
        List<Item> items = new ArrayList<>();
        together.forEach((key, answers) -> items.addAll(cut(key, inTheirOrder(form, answers))));
        return items;
    }

    private static String key(FormSchema form, Answer answer) {
        String row = answer.row() < 0 ? "" : answer.field().list() + "." + answer.row() + ".";
        return form.group(answer.field()).map(group -> row + MARK + group.id()).orElse(answer.key());
    }

    private static List<Answer> inTheirOrder(FormSchema form, List<Answer> answers) {
        return form.group(answers.get(0).field())
                .map(group -> answers.stream().sorted(java.util.Comparator.comparingInt(a -> group.fields().indexOf(a.field().key()))).toList()).orElse(answers);
    }

    private static List<Item> cut(String key, List<Answer> answers) {
        List<List<Answer>> parts = new ArrayList<>(List.of(new ArrayList<>()));
        for (Answer answer : answers) {
            if (isTooMuch(parts.get(parts.size() - 1), answer)) {
                parts.add(new ArrayList<>());
            }
            parts.get(parts.size() - 1).add(answer);
        }
        List<Item> items = new ArrayList<>();
        for (int n = 0; n < parts.size(); n++) {
            boolean alone = parts.get(n).size() == 1;
            items.add(new Item(alone ? parts.get(n).get(0).key() : n == 0 ? key : key + "-" + (n + 1), List.copyOf(parts.get(n))));
        }
        return items;
    }

    /** Two names never stand in one item. */
    private static boolean isTooMuch(List<Answer> so, Answer next) {
        boolean named = so.stream().anyMatch(Compared::isName);
        boolean name = isName(next);
        return so.size() >= (named || name ? MOST_BESIDE_A_NAME + 1 : MOST_VALUES) || named && name;
    }

    private static boolean isName(Answer answer) {
        return "jp-name".equals(answer.field().type());
    }

    /** What an item of several fields is called; empty for an item that is one field. */
    public static String label(FormSchema form, String itemKey) {
        return isLeftOut(itemKey) ? "書かなかったこと" : group(form, itemKey).map(CompareGroup::label).orElse("");
    }

    /** The same in English; null where the form has no word for it. */
    public static String english(FormSchema form, String itemKey) {
        return isLeftOut(itemKey) ? "What was not written" : group(form, itemKey).map(CompareGroup::en).orElse(null);
    }

    private static boolean isLeftOut(String itemKey) {
        Matcher key = KEY.matcher(itemKey);
        return key.matches() && LEFT_OUT.equals(key.group(3));
    }

    private static Optional<CompareGroup> group(FormSchema form, String itemKey) {
        Matcher key = KEY.matcher(itemKey);
        return key.matches() ? form.groups().stream().filter(g -> g.id().equals(key.group(3)) && Objects.equals(key.group(1), g.list())).findFirst() : Optional.empty();
    }
}
