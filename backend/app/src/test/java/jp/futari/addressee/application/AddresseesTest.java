package jp.futari.addressee.application;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.BDDAssertions.then;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import jp.futari.Requirement;
import jp.futari.addressee.Person;
import jp.futari.addressee.PersonPage;
import jp.futari.addressee.Reading;
import jp.futari.audit.AuditEvent;
import jp.futari.shared.CanonicalJson;
import jp.futari.shared.Refused;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddresseesTest {

    private static final Reading WORK = Reading.because("search");
    private static final String IVS_NABE = "邉\uDB40\uDD00";
    private static AddresseeOffice office;

    @BeforeAll
    static void load() {
        office = new AddresseeOffice();
        office.load(CanonicalJson.parse("""
                {"chunk":1,"persons":[
                 {"addresseeNo":"0000000101","name":"髙空　太郎","kana":"タカゾラ　タロウ","birthDate":"1980-01-02","sex":"1","postalCode":"0000021","address":"架空県みどり野市中央一丁目1番1号","since":"2010-04-01"},
                 {"addresseeNo":"0000000102","name":"髙空　花子","kana":"タカゾラ　ハナコ","birthDate":"1982-03-04","sex":"2","postalCode":"0000021","address":"架空県みどり野市中央一丁目1番1号","since":"2010-04-01"},
                 {"addresseeNo":"0000000103","name":"架空%s　架奈","kana":"カクウベ　カナ","birthDate":"1990-05-06","sex":"2","postalCode":"0000022","address":"架空県みどり野市中央二丁目2番2号","addressNote":"架空荘101","protectedPerson":true,"since":"2020-04-01"},
                 {"addresseeNo":"0000000104","name":"架空辺　架奈","kana":"カクウベ　カナ","birthDate":"1990-05-06","sex":"2","postalCode":"0000022","address":"架空県みどり野市本町一丁目9番9号","since":"2024-04-01"},
                 {"addresseeNo":"0000000105","name":"𠮷空　一郎","kana":"ヨシゾラ　イチロウ","birthDate":"1980-01-02","sex":"1","postalCode":"0000021","address":"架空県みどり野市中央一丁目1番1号","since":"2011-04-01"},
                 {"addresseeNo":"0000000106","name":"ＳＡＭＰＬＥ　ＩＭＡＧＩＮＥ","kana":"サンプル　イマジン","alias":"見本　今人","aliasKana":"ミホン　イマジン","birthDate":"1995-07-08","sex":"1","postalCode":"0000041","address":"架空県みどり野市緑町3番","nationality":"架空国","residenceStatus":"技術・人文知識・国際業務","residenceUntil":"2027-07-08","since":"2022-10-01"}]}
                """.formatted(IVS_NABE)));
        office.load(CanonicalJson.parse("""
                {"chunk":2,"households":[{"householdNo":"0000900001","since":"2010-04-01","members":[
                 {"addresseeNo":"0000000101","relationship":"世帯主","since":"2010-04-01"},{"addresseeNo":"0000000102","relationship":"妻","since":"2010-04-01"}]},
                 {"householdNo":"0000900002","since":"2020-04-01","members":[{"addresseeNo":"0000000103","relationship":"世帯主","since":"2020-04-01"}]}]}
                """));
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @BeforeEach
    void clear() {
        office.record.clear();
    }

    @DisplayName("番号・生年月日・カナ・氏名でさがせる")
    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource({"0000000101,髙空　太郎", "ﾀｶｿﾞﾗ ﾀ,髙空　太郎", "たかぞら　はな,髙空　花子", "ゾラタロ,髙空　太郎", "高空太郎,髙空　太郎", "吉空,𠮷空　一郎", "ハナコ,髙空　花子", "イチ,𠮷空　一郎", "一郎,𠮷空　一郎", "H7.7.8,ＳＡＭＰＬＥ　ＩＭＡＧＩＮＥ"})
    void one_box_searches_everything(String text, String name) {
        then(names(text)).contains(name);
    }

    @DisplayName("住所は表記がちがってもさがせる")
    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"中央一丁目1番1号", "みどり野市中央1-1-1", "中央１丁目１の１", "中央1-1"})
    void an_address_is_found_however_it_is_written(String text) {
        then(names(text)).contains("髙空　太郎", "髙空　花子", "𠮷空　一郎").doesNotContain("架空辺　架奈");
    }

    @Test
    @Requirement("ATENA-02")
    @DisplayName("支援措置の人は、住所を見られない人には住所からは見つからない")
    void a_protected_person_is_not_found_by_address() {
        then(names("中央2-2-2")).isEmpty();
        then(names("架空荘101")).isEmpty();
        then(office.in(() -> office.addressees.search("中央2-2-2", null, 50, WORK.showingProtected())).hits()).extracting(hit -> hit.person().addresseeNo()).containsExactly("0000000103");
    }

    @DisplayName("被保険者番号でも、その世帯の人が見つかる")
    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"みどり・1000001（枝番）02", "みどり 1000001-2", "1000001"})
    void the_holders_of_an_insured_number_are_found(String text) {
        then(names(text)).contains("髙空　花子");
    }

    @Test
    @DisplayName("異体字は同じとみなし、そのことを言う。氏名の文字はそのまま")
    void variants_are_folded_and_named() {
        var hits = search("架空辺").hits();
        then(hits).extracting(hit -> hit.person().name()).containsExactlyInAnyOrder("架空辺　架奈", "架空" + IVS_NABE + "　架奈");
        then(hits).filteredOn(hit -> hit.person().addresseeNo().equals("0000000103")).singleElement().extracting(PersonPage.Hit::folded).isEqualTo(Set.of("邉=辺"));
        then(hits).filteredOn(hit -> hit.person().addresseeNo().equals("0000000104")).singleElement().extracting(PersonPage.Hit::folded).isEqualTo(Set.of());
    }

    @Requirement({"ACQ-19", "AUTH-09"})
    @DisplayName("12けたの数字ではさがせない")
    @ParameterizedTest
    @ValueSource(strings = {"000012345674", "0000 1234 5674", "００００－１２３４－５６７４"})
    void a_personal_number_is_refused(String typed) {
        assertThatThrownBy(() -> search(typed)).isInstanceOf(Refused.class).hasMessage("search.personal-number");
        then(office.record).isEmpty();
    }

    @Test
    @DisplayName("支援措置の人の住所は、職務のある人にだけ見せる")
    void a_protected_address_is_masked() {
        var masked = office.in(() -> office.addressees.find("0000000103", WORK)).orElseThrow();
        then(masked.addressMasked()).isTrue();
        then(List.of(java.util.Optional.ofNullable(masked.address()), java.util.Optional.ofNullable(masked.postalCode()), java.util.Optional.ofNullable(masked.addressNote()))).containsOnly(java.util.Optional.empty());
        then(search("カクウベ").hits()).filteredOn(hit -> hit.person().protectedPerson()).allMatch(hit -> hit.person().address() == null);
        then(office.in(() -> office.addressees.household("0000000103", WORK)).orElseThrow().head().orElseThrow().address()).isNull();
        var seen = office.in(() -> office.addressees.find("0000000103", WORK.showingProtected())).orElseThrow();
        then(seen.address()).contains("中央二丁目");
        then(office.record.get(office.record.size() - 1).what()).containsEntry("protectedShown", 1L);
        then(seen.toString()).doesNotContain("中央");
    }

    @Test
    @DisplayName("1ページの閲覧は1つの記録で、見せた人の番号がならぶ")
    void a_page_is_one_event() {
        search("タカゾラ");
        then(office.record).singleElement().matches(event -> event.kind() == AuditEvent.Kind.READ && event.subjects().equals(List.of("0000000101", "0000000102")) && event.purpose().equals("search"));
        then(office.record.toString()).doesNotContain("タカゾラ");
    }

    @Test
    @DisplayName("世帯と世帯主、宛名が2つあるかもしれない人、利害関係")
    void households_duplicates_and_ties() {
        var household = office.in(() -> office.addressees.household("0000000102", WORK)).orElseThrow();
        then(household.head()).map(Person::addresseeNo).contains("0000000101");
        then(household.members()).hasSize(2);
        then(office.in(() -> office.addressees.duplicatesOf("0000000103", WORK))).extracting(Person::addresseeNo).containsExactly("0000000104");
        then(office.in(() -> office.addressees.duplicatesOf("0000000101", WORK))).isEmpty();
        then(office.in(() -> office.addressees.tie("0000000101", Set.of("0000000101")))).contains("own");
        then(office.in(() -> office.addressees.tie("0000000101", Set.of("0000000102")))).contains("family");
        then(office.in(() -> office.addressees.tie("0000000101", Set.of("0000000105")))).contains("same-address");
        then(office.in(() -> office.addressees.tie("0000000101", Set.of("0000000103")))).isEmpty();
    }

    @Test
    @DisplayName("多くの人がいても、しおりで1人ももらさずめくれる")
    void pages_follow_each_other_without_a_gap() {
        var rows = IntStream.range(0, 130).mapToObj(n -> """
                {"addresseeNo":"%010d","name":"試験山　%d郎","kana":"シケンヤマ　タロウ","birthDate":"1999-12-31","sex":"1","postalCode":"0000012","address":"架空県みどり野市本町二丁目","since":"2000-01-01"}""".formatted(5000 + n, n)).toList();
        office.load(CanonicalJson.parse("{\"chunk\":3,\"persons\":[" + String.join(",", rows) + "]}"));
        for (var text : List.of("シケンヤマ", "試験山", "1999-12-31")) {
            var seen = new java.util.ArrayList<String>();
            String cursor = null;
            do {
                var at = cursor;
                var page = office.in(() -> office.addressees.search(text, at, 50, WORK));
                page.hits().forEach(hit -> seen.add(hit.person().addresseeNo()));
                cursor = page.next();
            } while (cursor != null);
            then(seen).as(text).doesNotHaveDuplicates().hasSize(130);
        }
    }

    @Test
    @DisplayName("しるしの文字を入れても、そのままの文字としてさがす")
    void pattern_characters_are_plain_text() {
        then(search("%%%").hits()).isEmpty();
        then(search("_空太").hits()).isEmpty();
        then(search("' OR 1=1 --").hits()).isEmpty();
        then(search("").hits()).isEmpty();
        assertThatThrownBy(() -> office.in(() -> office.addressees.search("タカ", "???", 50, WORK))).hasMessage("search.cursor");
    }

    @Test
    @Requirement("ACQ-21")
    @DisplayName("業務に要らない項目や大きすぎる束は台帳に入らない")
    void a_chunk_with_an_unknown_column_is_refused() {
        assertThatThrownBy(() -> office.load(CanonicalJson.parse("{\"chunk\":9,\"persons\":[{\"addresseeNo\":\"1\",\"personalNumber\":\"x\"}]}"))).hasMessage("addressee.load.unknown-column");
        assertThatThrownBy(() -> office.load(CanonicalJson.parse("{\"chunk\":9}"))).hasMessage("addressee.load.chunk-size");
        var many = String.join(",", java.util.Collections.nCopies(501, "{}"));
        assertThatThrownBy(() -> office.load(CanonicalJson.parse("{\"chunk\":9,\"persons\":[" + many + "]}"))).hasMessage("addressee.load.chunk-size");
    }

    @Test
    @Requirement("ATENA-02")
    @DisplayName("同じ宛名番号は2度入らず、世帯主は1人だけ、人は1つの世帯にだけ")
    void the_register_keeps_its_own_order() {
        assertThatThrownBy(() -> office.load(CanonicalJson.parse("""
                {"chunk":9,"persons":[{"addresseeNo":"0000000101","name":"別人","kana":"ベツジン","birthDate":"1980-01-02","sex":"1","address":"架空県","since":"2010-04-01"}]}"""))).hasStackTraceContaining("person_addressee_no_key");
        assertThatThrownBy(() -> office.load(CanonicalJson.parse("""
                {"chunk":9,"households":[{"householdNo":"0000900009","since":"2010-04-01","members":[{"addresseeNo":"0000000101","relationship":"世帯主","since":"2010-04-01"}]}]}"""))).hasStackTraceContaining("household_member_one_household");
        assertThatThrownBy(() -> office.load(CanonicalJson.parse("""
                {"chunk":9,"households":[{"householdNo":"0000900009","since":"2010-04-01","members":[{"addresseeNo":"0000000105","relationship":"世帯主","since":"2010-04-01"},
                {"addresseeNo":"0000000106","relationship":"世帯主","since":"2010-04-01"}]}]}"""))).hasStackTraceContaining("household_member_one_head");
    }

    private PersonPage search(String text) {
        return office.in(() -> office.addressees.search(text, null, 50, WORK));
    }

    private List<String> names(String text) {
        return search(text).hits().stream().map(hit -> hit.person().name()).toList();
    }
}
