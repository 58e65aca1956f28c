package jp.futari.mynumber.model;

import java.util.Arrays;
import java.util.List;
import jp.futari.shared.Refused;

/** 個人番号 in memory, as short as possible: twelve digits in one buffer that is wiped on close. It cannot be printed, compared or serialised by accident. */
public final class PersonalNumber implements AutoCloseable {

    private static final int LENGTH = 12;

    private final byte[] digits;

    private PersonalNumber(byte[] digits) {
        this.digits = digits;
    }

    /** Reads what was typed (half or full width, spaces and hyphens allowed) and wipes the caller's buffer. */
    public static PersonalNumber read(char[] typed) {
        try {
            return new PersonalNumber(digitsOf(typed)).checked();
        } finally {
            Arrays.fill(typed, '\0');
        }
    }

    /** Takes over a buffer that was just unsealed. */
    public static PersonalNumber unsealed(byte[] digits) {
        return new PersonalNumber(digits);
    }

    /** デモの番号 begin with 0000; no real number does as far as the demo is concerned, and none can be typed into it. */
    public boolean isDemo() {
        return digits[0] == '0' && digits[1] == '0' && digits[2] == '0' && digits[3] == '0';
    }

    /** Runs something over the digits; the buffer stays ours and is wiped on close. */
    public <T> T withDigits(java.util.function.Function<byte[], T> use) {
        return use.apply(digits);
    }

    /** Groups of four, for the one reveal. */
    public List<String> groups() {
        return List.of(group(0), group(4), group(8));
    }

    @Override
    public void close() {
        Arrays.fill(digits, (byte) 0);
    }

    @Override
    public String toString() {
        return "個人番号";
    }

    private String group(int from) {
        return new String(digits, from, 4, java.nio.charset.StandardCharsets.US_ASCII);
    }

    private PersonalNumber checked() {
        if (!CheckDigit.holds(digits)) {
            close();
            throw Refused.unprocessable("mynumber.check-digit");
        }
        return this;
    }

    private static byte[] digitsOf(char[] typed) {
        var digits = new byte[LENGTH];
        var length = 0;
        for (var c : typed) {
            if (isFiller(c)) {
                continue;
            }
            var digit = digitOf(c);
            if (digit < 0 || length == LENGTH) {
                Arrays.fill(digits, (byte) 0);
                throw Refused.unprocessable("mynumber.length");
            }
            digits[length++] = (byte) ('0' + digit);
        }
        if (length != LENGTH) {
            Arrays.fill(digits, (byte) 0);
            throw Refused.unprocessable("mynumber.length");
        }
        return digits;
    }

    private static boolean isFiller(char c) {
        return c == ' ' || c == '　' || "-‐‑–—−ーｰ－".indexOf(c) >= 0;
    }

    private static int digitOf(char c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        return c >= '０' && c <= '９' ? c - '０' : -1;
    }
}
