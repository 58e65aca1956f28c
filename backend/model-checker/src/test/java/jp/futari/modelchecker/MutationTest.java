package jp.futari.modelchecker;

import static org.assertj.core.api.BDDAssertions.then;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import jp.futari.Requirement;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

/** Every model of the product is damaged in every place it can be damaged; each damage has to be noticed, and in the damaged process. */
@DisplayName("モデル検査: 壊したモデルは通らない")
@Requirement("MANUAL-01")
class MutationTest {

    private interface Damage {
        void doTo(Mutation model, int number) throws Exception;
    }

    static Stream<ModelSource> models() {
        return ModelFolder.read(Corpus.PRODUCT, new Findings()).stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    @DisplayName("効果を許す工程を抜くと気づく")
    void a_step_taken_out_is_noticed(ModelSource model) throws Exception {
        eachIsNoticed(model, approvingSteps(model).size(), (mutation, number) -> mutation.dropStep(approvingSteps(model).get(number)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    @DisplayName("始まりから効果へ近道をつけると気づく")
    void a_way_from_the_start_to_an_effect_is_noticed(ModelSource model) throws Exception {
        eachIsNoticed(model, new Mutation(model).effects().size(), (mutation, number) -> {
            var start = mutation.starts().get(0);
            mutation.addFlow((Element) start.getParentNode(), Xml.id(start), Xml.id(mutation.effects().get(number)));
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    @DisplayName("効果を二度通る輪をつけると気づく")
    void an_effect_in_a_circle_is_noticed(ModelSource model) throws Exception {
        eachIsNoticed(model, new Mutation(model).effects().size(), (mutation, number) -> {
            var effect = mutation.effects().get(number);
            mutation.addFlow((Element) effect.getParentNode(), Xml.id(effect), Xml.id(effect));
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    @DisplayName("効果に、なかった工程の確認を使わせると気づく")
    void an_effect_that_claims_another_approval_is_noticed(ModelSource model) throws Exception {
        eachIsNoticed(model, new Mutation(model).effects().size(), (mutation, number) -> mutation.claim(mutation.effects().get(number), "no-such-step"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    @DisplayName("確認のあとに知らせを待たせると気づく")
    void a_message_awaited_after_the_confirmation_is_noticed(ModelSource model) throws Exception {
        eachIsNoticed(model, approvingSteps(model).size(), (mutation, number) -> mutation.listenAfter(approvingSteps(model).get(number)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    @DisplayName("工程や仕事の印を消すと気づく")
    void an_erased_mark_is_noticed(ModelSource model) throws Exception {
        eachIsNoticed(model, new Mutation(model).steps().size(), (mutation, number) -> mutation.eraseMark(mutation.steps().get(number), Marks.HUMAN_STEP));
        eachIsNoticed(model, new Mutation(model).userTasks().size(), (mutation, number) -> mutation.eraseMark(mutation.userTasks().get(number), Marks.DUTY));
        eachIsNoticed(model, new Mutation(model).effects().size(), (mutation, number) -> mutation.eraseMark(mutation.effects().get(number), Marks.EFFECT));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    @DisplayName("工程の中の線を一本抜くと気づく")
    void a_flow_missing_in_a_step_is_noticed(ModelSource model) throws Exception {
        eachIsNoticed(model, flowsInSteps(new Mutation(model)).size(), (mutation, number) -> {
            var flow = flowsInSteps(mutation).get(number);
            flow.getParentNode().removeChild(flow);
        });
    }

    private static void eachIsNoticed(ModelSource model, int times, Damage damage) throws Exception {
        for (int number = 0; number < times; number++) {
            var mutation = new Mutation(model);
            damage.doTo(mutation, number);
            var report = ModelChecker.check(List.of(mutation.changed()));
            then(report.violations()).as(model.name() + ", damage " + number).isNotEmpty();
        }
    }

    private static List<String> approvingSteps(ModelSource model) throws Exception {
        var mutation = new Mutation(model);
        var approvers = mutation.effects().stream().map(effect -> Mutation.mark(effect, Marks.APPROVED_BY)).toList();
        return mutation.steps().stream().filter(step -> approvers.contains(Mutation.mark(step, Marks.HUMAN_STEP))).map(Xml::id).toList();
    }

    /** Not the drawing's references but the flows themselves. */
    private static List<Element> flowsInSteps(Mutation mutation) {
        var steps = new ArrayList<>(mutation.steps());
        return mutation.flows(flow -> steps.contains((Element) flow.getParentNode()));
    }
}
