package jp.futari.modelchecker;

import static org.assertj.core.api.BDDAssertions.then;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.futari.Requirement;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("モデル検査: 見本帳")
@Requirement("MANUAL-01")
class CorpusTest {

    static Stream<Corpus> good() {
        return Corpus.good();
    }

    static Stream<Corpus> bad() {
        return Corpus.bad();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("good")
    @DisplayName("二人確認を守るモデルは通る")
    void a_model_that_keeps_the_law_passes(Corpus model) {
        var report = ModelChecker.check(model.sources());
        then(report.violations()).isEmpty();
        then(report.isClean()).isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bad")
    @DisplayName("二人確認を破るモデルは、破った規則の番号で断られる")
    void a_model_that_breaks_a_rule_is_refused_by_that_rule(Corpus model) {
        var report = ModelChecker.check(model.sources(), Corpus.rosterOfSix());
        then(report.isClean()).isFalse();
        then(report.violations()).extracting(Violation::rule).contains(model.brokenRule());
    }

    @Test
    @DisplayName("どの規則にも、破るモデルが二つ以上ある")
    void every_rule_has_at_least_two_models_that_break_it() {
        var perRule = Corpus.bad().collect(Collectors.groupingBy(Corpus::brokenRule, Collectors.counting()));
        IntStream.rangeClosed(0, 6).forEach(rule -> then(perRule.getOrDefault(rule, 0L)).as("rule " + rule).isGreaterThanOrEqualTo(2));
    }

    @Test
    @DisplayName("人員だけが足りないモデルは、名簿がなければ通る")
    void a_model_that_lacks_only_people_passes_without_a_roster() {
        Corpus.bad().filter(model -> model.brokenRule() == 6)
                .forEach(model -> then(ModelChecker.check(model.sources()).violations()).as(model.name()).isEmpty());
    }
}
