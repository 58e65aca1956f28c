package jp.futari.correspondence.model;

/** 用紙番号: the number of one printed sheet — era year, kind of paper, running number and a check digit — scanned or typed by the second person. */
public record SheetSerial(String digits) {

    private static final int LENGTH = 10;

    public SheetSerial {
        if (!isSerial(digits)) {
            throw new IllegalArgumentException("not the serial of a sheet");
        }
    }

    public static SheetSerial of(int eraYear, PaperKind kind, long running) {
        String body = "%02d%d%06d".formatted(eraYear % 100, kind.digit(), running % 1_000_000);
        return new SheetSerial(body + checkDigit(body));
    }

    public static boolean isSerial(String digits) {
        return digits != null && digits.matches("\\d{" + LENGTH + "}") && checkDigit(digits.substring(0, LENGTH - 1)) == digits.charAt(LENGTH - 1) - '0';
    }

    /** What a scanner or a hand gives: hyphens and spaces do not count. */
    public static String plain(String typed) {
        return typed == null ? "" : typed.replaceAll("[-\\s]", "");
    }

    /** e.g. 08-1-000123-4 */
    public String written() {
        return digits.substring(0, 2) + "-" + digits.charAt(2) + "-" + digits.substring(3, 9) + "-" + digits.charAt(9);
    }

    /** Weights 2, 1, … from the right; products of two digits add their digits. Finds every single slip and nearly every swap of neighbours. */
    private static int checkDigit(String body) {
        int sum = 0;
        for (int i = 0; i < body.length(); i++) {
            int product = (body.charAt(body.length() - 1 - i) - '0') * (i % 2 == 0 ? 2 : 1);
            sum += product / 10 + product % 10;
        }
        return (10 - sum % 10) % 10;
    }
}
