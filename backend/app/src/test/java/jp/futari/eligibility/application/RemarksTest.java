package jp.futari.eligibility.application;

import static org.assertj.core.api.BDDAssertions.then;

import java.util.List;
import java.util.Map;
import jp.futari.Requirement;
import jp.futari.casework.spi.StepWork.Finding;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 気づいたこと: what is true of several rows is said once. */
@Requirement("WORK-05")
class RemarksTest {

    private static final String BLANK = "eligibility.number.blank-number";
    private static final String LATE = "eligibility.person.late-stage";

    @Test
    @DisplayName("同じ注意は、行を並べて1つの文にする。はじめに出た所に立つ")
    void the_same_remark_of_several_rows_is_one_sentence() {
        var remarks = new Remarks();
        remarks.warn(BLANK, Map.of("row", "1"), "番号法16条");
        remarks.block(LATE, Map.of("row", "2"), "法6条8号");
        remarks.warn(BLANK, Map.of("row", "3"), "番号法16条");
        then(remarks.findings()).extracting(Finding::message).containsExactly("1・3人目の個人番号が空いています。確認リストにのせます。", "2人目は75歳に達しています。後期高齢者医療の対象です。");
        then(remarks.obstacle().orElseThrow().code()).isEqualTo(LATE);
    }

    @Test
    @DisplayName("条文や重さがちがえば、べつの文のまま")
    void remarks_of_another_article_or_level_stay_apart() {
        var remarks = new Remarks();
        remarks.warn(BLANK, Map.of("row", "1"), "番号法16条");
        remarks.info(BLANK, Map.of("row", "2"), "番号法16条");
        remarks.warn(BLANK, Map.of("row", "3"), null);
        then(remarks.findings()).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"1 | 1", "2,1 | 1・2", "1,2,3 | 1〜3", "1,2,3,5,7,8 | 1〜3・5・7・8", "10,9,8 | 8〜10", "4,4 | 4"})
    @DisplayName("3人つづけば「から」で言う")
    void rows_are_named_shortly(String rows, String said) {
        then(RowNumbers.together(List.of(rows.split(",")))).isEqualTo(said);
    }
}
