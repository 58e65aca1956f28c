package jp.futari.eligibility.application;

import java.util.ArrayList;
import java.util.List;

/** 行の言いかた: which rows of the notice a sentence speaks of: 「1・3」, and three or more in a row as 「1〜4」. */
final class RowNumbers {

    private static final int A_RUN = 3;

    private RowNumbers() {
    }

    static String together(List<String> rows) {
        List<Integer> numbers = rows.stream().map(Integer::valueOf).sorted().distinct().toList();
        List<String> parts = new ArrayList<>();
        for (int from = 0; from < numbers.size();) {
            int to = from;
            while (to + 1 < numbers.size() && numbers.get(to + 1) == numbers.get(to) + 1) {
                to++;
            }
            if (to - from + 1 >= A_RUN) {
                parts.add(numbers.get(from) + "〜" + numbers.get(to));
                from = to + 1;
            } else {
                parts.add(numbers.get(from++).toString());
            }
        }
        return String.join("・", parts);
    }
}
