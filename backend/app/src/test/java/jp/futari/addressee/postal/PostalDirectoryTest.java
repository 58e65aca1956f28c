package jp.futari.addressee.postal;

import static org.assertj.core.api.BDDAssertions.then;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PostalDirectoryTest {

    private final PostalDirectory directory = new PostalDirectory();

    @Test
    @DisplayName("7けたで町が、3けたから候補が出る")
    void a_code_finds_its_places() {
        then(directory.find("1000001", 10)).singleElement().extracting(PostalPlace::address).isEqualTo("東京都千代田区千代田");
        then(directory.find("100", 5)).hasSize(5).allMatch(place -> place.code().startsWith("100"));
        then(directory.find("9071801", 10)).extracting(PostalPlace::town).contains("与那国");
        then(directory.find("0010000", 10)).extracting(PostalPlace::prefecture).containsOnly("北海道");
    }

    @Test
    @DisplayName("みどり野市の町は000で始まる")
    void the_invented_city_has_invented_codes() {
        then(directory.find("0000021", 10)).singleElement().extracting(PostalPlace::address).isEqualTo("架空県みどり野市中央一丁目");
        then(directory.find("000", 50)).hasSizeGreaterThan(15).allMatch(place -> place.city().equals("みどり野市"));
    }

    @Test
    @DisplayName("ない番号や短すぎる番号には候補がない")
    void nothing_is_found_for_what_is_no_code() {
        then(directory.find("9999999", 10)).isEmpty();
        then(directory.find("10", 10)).isEmpty();
        then(directory.find("abc", 10)).isEmpty();
        then(directory.find("10000011", 10)).isEmpty();
    }
}
