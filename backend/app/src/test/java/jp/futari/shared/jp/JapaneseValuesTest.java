package jp.futari.shared.jp;

import static org.assertj.core.api.BDDAssertions.then;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JapaneseValuesTest {

    @DisplayName("和暦の書き方と読み方")
    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource({"R8.11.1,2026-11-01", "r081101,2026-11-01", "5081101,2026-11-01", "令和8年11月1日,2026-11-01", "R元.5.1,2019-05-01", "20261101,2026-11-01", "2026/11/1,2026-11-01",
            "Ｒ８．１１．１,2026-11-01", "S64.1.7,1989-01-07", "H31.4.30,2019-04-30", "T15.12.24,1926-12-24", "S1.12.25,1926-12-25", "M45.7.29,1912-07-29"})
    void dates_are_read_as_people_write_them(String written, LocalDate day) {
        then(EraDate.read(written)).contains(day);
    }

    @DisplayName("元号の外の日や、ない日は読まない")
    @ParameterizedTest
    @ValueSource(strings = {"S64.4.1", "S64.1.8", "H31.5.1", "R1.4.30", "R8.2.29", "R8.13.1", "8.11.1", "2026-02-30", "", "昭和六十四年"})
    void a_day_outside_its_era_is_not_moved(String written) {
        then(EraDate.read(written)).isEmpty();
    }

    @Test
    @DisplayName("1年は元年と書く")
    void the_first_year_is_written_gannen() {
        then(EraDate.written(LocalDate.of(2019, 5, 1))).isEqualTo("令和元年5月1日");
        then(EraDate.written(LocalDate.of(1989, 1, 7))).isEqualTo("昭和64年1月7日");
        then(EraDate.brief(LocalDate.of(2026, 11, 1))).isEqualTo("R8.11.1");
    }

    @DisplayName("住所の表記ゆれは、さがすときだけ1つの形にする")
    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource({"架空県みどり野市中央一丁目2番3号,架空県みどり野市中央1-2-3", "中央１丁目２の３,中央1-2-3", "中央1ー2－3,中央1-2-3", "北十二条3番地,北12条3", "三好町三番町,三好町3番町", "旭ヶ丘二十一番地の5　架空荘101号室,旭ケ丘21-5架空荘101"})
    void addresses_are_folded_for_searching(String written, String folded) {
        then(AddressFolding.folded(written)).isEqualTo(folded);
        then(AddressFolding.looksLikeAddress(written)).isTrue();
    }

    @DisplayName("氏名や番号だけのものは住所とみなさない")
    @ParameterizedTest
    @ValueSource(strings = {"架空　太郎", "タナカ", "0000123", "H7.7.8"})
    void a_name_is_no_address(String text) {
        then(AddressFolding.looksLikeAddress(text)).isFalse();
    }

    @Property(tries = 500)
    void every_written_date_reads_back(@ForAll @IntRange(min = 0, max = 60000) int days) {
        var day = LocalDate.of(1873, 1, 1).plusDays(days);
        then(EraDate.read(EraDate.written(day))).contains(day);
        then(EraDate.read(EraDate.brief(day))).contains(day);
    }

    @DisplayName("年齢に達する日は誕生日の前日")
    @ParameterizedTest
    @CsvSource({"1951-11-23,75,2026-11-22", "2020-02-29,6,2026-02-28", "2020-02-29,4,2024-02-28", "2020-03-01,4,2024-02-29", "2020-03-01,6,2026-02-28", "2020-04-01,6,2026-03-31", "1986-12-01,40,2026-11-30"})
    void an_age_is_reached_on_the_eve_of_the_birthday(LocalDate birth, int age, LocalDate reached) {
        then(LegalAge.reachedOn(birth, age)).isEqualTo(reached);
        then(LegalAge.on(birth, reached)).isEqualTo(age);
        then(LegalAge.on(birth, reached.minusDays(1))).isEqualTo(age - 1);
    }

    @Property(tries = 500)
    void the_age_by_law_never_differs_from_the_written_one_but_on_the_eve(@ForAll @IntRange(min = 0, max = 30000) int born, @ForAll @IntRange(min = 1, max = 30000) int later) {
        var birth = LocalDate.of(1930, 1, 1).plusDays(born);
        var day = birth.plusDays(later);
        then(LegalAge.on(birth, day) - LegalAge.writtenOn(birth, day)).isBetween(0, 1);
        then(LegalAge.on(birth, day)).isEqualTo(LegalAge.writtenOn(birth, day) + (LegalAge.reachedOn(birth, LegalAge.writtenOn(birth, day) + 1).isAfter(day) ? 0 : 1));
    }

    @Test
    @DisplayName("氏名の文字は正規化しない")
    void names_keep_their_code_points() {
        var compatibility = "\uFA19\u8FBA\uDB40\uDD00";
        then(PersonalName.stored(compatibility)).isEqualTo(compatibility);
        then(PersonalName.stored("ﾐﾄﾞﾘ ｲﾁﾛｳ")).isEqualTo("ミドリ　イチロウ");
        then(PersonalName.stored("髙木　𠮷郎")).isEqualTo("髙木　𠮷郎");
        then(PersonalName.isWritable("髙木　𠮷郎")).isTrue();
        then(PersonalName.isWritable("外字\uE000")).isFalse();
        then(PersonalName.isWritable("\uD842")).isFalse();
        then(PersonalName.isWritable("改行\n")).isFalse();
    }

    @Test
    @DisplayName("検索では異体字を同じとみなし、そのことを言う")
    void variants_are_folded_for_search_and_said_so() {
        then(VariantFolding.folded("髙﨑　邉\uDB40\uDD01")).isEqualTo(VariantFolding.folded("高崎辺"));
        then(VariantFolding.folded("\uFA19")).isEqualTo("神");
        then(VariantFolding.folded("𠮷")).isEqualTo("吉");
        then(VariantFolding.differences("高木", "髙木")).containsExactly("髙=高");
        then(VariantFolding.differences("髙木", "髙木")).isEmpty();
        then(VariantFolding.differences("渡辺", "渡邉\uDB40\uDD00")).containsExactly("邉=辺");
    }

    @Test
    @DisplayName("カナの保存と検索の形")
    void kana_is_stored_wide_and_searched_folded() {
        then(Kana.stored("みどり ｶﾞｯｺｳ")).isEqualTo("ミドリ　ガッコウ");
        then(Kana.folded("ミドリ　ガッコー・ジョウ")).isEqualTo("ミドリガツコジヨウ");
        then(Kana.isKana("ミドリ　イチロウ")).isTrue();
        then(Kana.isKana("緑 一郎")).isFalse();
    }

    @DisplayName("団体コードと保険者番号の検査数字")
    @Test
    void public_check_digits() {
        then(CheckDigits.isMunicipalCode("122076")).isTrue();
        then(CheckDigits.isMunicipalCode("082104")).isTrue();
        then(CheckDigits.isMunicipalCode("122077")).isFalse();
        then(CheckDigits.isInsurerNumber("33120015")).isTrue();
        then(CheckDigits.isInsurerNumber("33120016")).isFalse();
        then(CheckDigits.isInsurerNumber("3312001")).isFalse();
    }

    @Property
    void one_wrong_digit_of_a_municipal_code_is_noticed(@ForAll @IntRange(min = 0, max = 4) int at, @ForAll @IntRange(min = 1, max = 9) int by) {
        var code = new StringBuilder("122076");
        code.setCharAt(at, (char) ('0' + (code.charAt(at) - '0' + by) % 10));
        then(CheckDigits.isMunicipalCode(code.toString())).isFalse();
    }

    @Test
    @DisplayName("郵便番号は書き方によらず7けたで読む")
    void postal_codes_are_read_in_any_spelling() {
        then(PostalCode.read("〒０００－００２１").orElseThrow().grouped()).isEqualTo("000-0021");
        then(PostalCode.read("000-002")).isEmpty();
    }
}
