package jp.futari.demo.city;

/** デモの個人番号: 0000, seven digits that follow from the place in line, and the check digit. No two people of a city have the same. */
public final class DemoNumber {

    private static final int PRIME = 9_999_991;
    private static final long SPREAD = 7_368_787L;

    private DemoNumber() {
    }

    /** @param index from 0 to 9,999,989 */
    public static String of(int index) {
        if (index < 0 || index >= PRIME - 1) {
            throw new IllegalArgumentException("no demo number for " + index);
        }
        var body = "0000%07d".formatted((index + 1) * SPREAD % PRIME);
        return body + checkDigit(body);
    }

    private static int checkDigit(String body) {
        var sum = 0;
        for (var n = 1; n <= 11; n++) {
            sum += (body.charAt(11 - n) - '0') * (n <= 6 ? n + 1 : n - 5);
        }
        return sum % 11 <= 1 ? 0 : 11 - sum % 11;
    }
}
