package jp.futari.mynumber.model;

/**
 * 検査用数字 of a personal number (平成26年総務省令85号 5条): c = 11 − (ΣPn·Qn mod 11), 0 where the remainder is 0 or 1.
 * Twelve zeros pass the sum and are refused all the same.
 */
final class CheckDigit {

    private CheckDigit() {
    }

    static boolean holds(byte[] digits) {
        return !isAllZero(digits) && digits[11] - '0' == of(digits);
    }

    private static int of(byte[] digits) {
        var sum = 0;
        for (var n = 1; n <= 11; n++) {
            sum += (digits[11 - n] - '0') * (n <= 6 ? n + 1 : n - 5);
        }
        var rest = sum % 11;
        return rest <= 1 ? 0 : 11 - rest;
    }

    private static boolean isAllZero(byte[] digits) {
        for (var digit : digits) {
            if (digit != '0') {
                return false;
            }
        }
        return true;
    }
}
