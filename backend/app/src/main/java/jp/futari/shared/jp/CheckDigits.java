package jp.futari.shared.jp;

/** 検査数字: check digits of public codes that are no personal number (that one is known to the room mynumber alone). */
public final class CheckDigits {

    private CheckDigits() {
    }

    /** 団体コード: six digits, weights 6 to 2, mod 11 (総務省 全国地方公共団体コード). */
    public static boolean isMunicipalCode(String code) {
        return code.matches("\\d{6}") && digit(code, 5) == municipalCheckDigit(code);
    }

    /** 保険者番号: six (国保) or eight digits; weights 2, 1 from the right, two-digit products sum their digits, 10 − low digit (law.md 1.5). */
    public static boolean isInsurerNumber(String number) {
        return number.matches("\\d{6}|\\d{8}") && digit(number, number.length() - 1) == insurerCheckDigit(number);
    }

    private static int municipalCheckDigit(String code) {
        var sum = 0;
        for (var i = 0; i < 5; i++) {
            sum += digit(code, i) * (6 - i);
        }
        return (11 - sum % 11) % 10;
    }

    private static int insurerCheckDigit(String number) {
        var sum = 0;
        var body = number.length() - 1;
        for (var i = 0; i < body; i++) {
            var product = digit(number, i) * ((body - i) % 2 == 1 ? 2 : 1);
            sum += product / 10 + product % 10;
        }
        return (10 - sum % 10) % 10;
    }

    private static int digit(String code, int at) {
        return code.charAt(at) - '0';
    }
}
