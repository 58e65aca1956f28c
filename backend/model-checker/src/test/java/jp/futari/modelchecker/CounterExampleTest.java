package jp.futari.modelchecker;

import static org.assertj.core.api.BDDAssertions.then;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("モデル検査: 反例の道筋")
class CounterExampleTest {

    @Test
    @DisplayName("工程を飛ばす道は、通った要素の識別子で示される")
    void the_way_around_a_step_is_named_by_the_elements_on_it() {
        then(only("rule-3--one-branch-skips-the-step").path()).containsExactly("Start", "Which", "Effect");
    }

    @Test
    @DisplayName("取下げのあとの効果は、取下げの出来事を通る道で示される")
    void an_effect_after_withdrawal_is_shown_with_the_withdrawal_on_the_way() {
        then(only("rule-2--effect-after-withdrawal").path()).containsExactly("Start", "Step_StepA", "Withdrawn", "Notice");
    }

    @Test
    @DisplayName("呼び出された流れの中の違反も、呼び出し元からの道で示される")
    void a_fault_in_a_called_process_is_shown_from_its_caller() {
        var violation = only("rule-3--called-before-the-step");
        then(violation.process()).isEqualTo("CalledProcess");
        then(violation.path()).startsWith("Start", "Call");
    }

    @Test
    @DisplayName("違反は一行で読める")
    void a_violation_reads_as_one_line() {
        then(only("rule-3--one-branch-skips-the-step")).hasToString(
                "BadProcess/Effect: rule 3: effect register-thing without a valid confirmation of step-a (Start > Which > Effect)");
    }

    private static Violation only(String model) {
        List<Violation> violations = ModelChecker.check(Corpus.bad(model).sources()).violations();
        then(violations).hasSize(1);
        return violations.get(0);
    }
}
