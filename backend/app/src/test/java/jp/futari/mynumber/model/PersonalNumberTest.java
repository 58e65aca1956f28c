package jp.futari.mynumber.model;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.BDDAssertions.then;

import jp.futari.Requirement;
import jp.futari.shared.Refused;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Requirement("NUM-04")
class PersonalNumberTest {

    @DisplayName("公表例の番号は、どの書き方でも読める")
    @ParameterizedTest
    @ValueSource(strings = {"123456789018", "1234 5678 9018", "1234-5678-9018", "１２３４５６７８９０１８", "１２３４　５６７８　９０１８"})
    void the_published_example_is_read_in_any_spelling(String typed) {
        try (var number = PersonalNumber.read(typed.toCharArray())) {
            then(number.groups()).containsExactly("1234", "5678", "9018");
        }
    }

    @DisplayName("検査用数字の合わない番号は断る")
    @ParameterizedTest
    @ValueSource(strings = {"012345678901", "000000000000", "123456789017"})
    void a_wrong_check_digit_is_refused(String typed) {
        assertThatThrownBy(() -> PersonalNumber.read(typed.toCharArray())).isInstanceOf(Refused.class).hasMessage("mynumber.check-digit").hasNoCause();
    }

    @DisplayName("12けたでないものは断り、打たれたものを言わない")
    @ParameterizedTest
    @ValueSource(strings = {"", "12345678901", "1234567890188", "12345678901a", "1234,5678,9018"})
    void anything_but_twelve_digits_is_refused(String typed) {
        assertThatThrownBy(() -> PersonalNumber.read(typed.toCharArray())).hasMessage("mynumber.length");
    }

    @Test
    @DisplayName("読んだあと、渡された文字は消えている")
    void the_callers_buffer_is_wiped() {
        var good = "123456789018".toCharArray();
        PersonalNumber.read(good).close();
        var bad = "123456789017".toCharArray();
        assertThatThrownBy(() -> PersonalNumber.read(bad)).isInstanceOf(Refused.class);
        then(good).containsOnly('\0');
        then(bad).containsOnly('\0');
    }

    @Test
    @DisplayName("閉じたあとは何も残らず、文字にしても番号は出ない")
    void nothing_is_left_after_closing() {
        var number = PersonalNumber.read("123456789018".toCharArray());
        then(number.toString()).doesNotContain("1234");
        number.close();
        then(number.groups()).allMatch(group -> group.chars().allMatch(c -> c == 0));
    }

    @Test
    @DisplayName("デモは0000で始まる番号だけ、本番はそれ以外だけを受ける")
    void demo_and_production_refuse_each_others_numbers() {
        try (var real = PersonalNumber.read("123456789018".toCharArray()); var demo = PersonalNumber.read(numbered(123456L).toCharArray())) {
            assertThatThrownBy(() -> NumberRealm.DEMO.mustAccept(real)).hasMessage("mynumber.demo-only");
            assertThatThrownBy(() -> NumberRealm.PRODUCTION.mustAccept(demo)).hasMessage("mynumber.demo-number");
            NumberRealm.DEMO.mustAccept(demo);
            NumberRealm.PRODUCTION.mustAccept(real);
        }
    }

    @Property(tries = 2000)
    void one_wrong_digit_is_noticed_where_the_algorithm_promises_it(@ForAll @LongRange(min = 1, max = 99_999_999_999L) long body, @ForAll @IntRange(min = 0, max = 10) int at,
            @ForAll @IntRange(min = 1, max = 9) int by) {
        var digits = numbered(body).toCharArray();
        // remainders 0 and 1 share the check digit 0, so only a number with another one is promised
        Assume.that(digits[11] != '0');
        digits[at] = (char) ('0' + (digits[at] - '0' + by) % 10);
        assertThatThrownBy(() -> PersonalNumber.read(digits)).isInstanceOf(Refused.class);
    }

    @Property(tries = 1000)
    void a_wrong_check_digit_is_always_noticed(@ForAll @LongRange(min = 1, max = 99_999_999_999L) long body, @ForAll @IntRange(min = 1, max = 9) int by) {
        var digits = numbered(body).toCharArray();
        digits[11] = (char) ('0' + (digits[11] - '0' + by) % 10);
        assertThatThrownBy(() -> PersonalNumber.read(digits)).isInstanceOf(Refused.class);
    }

    /** The ordinance's formula written down a second time, for the tests. */
    static String numbered(long body) {
        var eleven = "%011d".formatted(body);
        var sum = 0;
        for (var n = 1; n <= 11; n++) {
            sum += Character.getNumericValue(eleven.charAt(11 - n)) * (n < 7 ? n + 1 : n - 5);
        }
        return eleven + (sum % 11 < 2 ? 0 : 11 - sum % 11);
    }
}
