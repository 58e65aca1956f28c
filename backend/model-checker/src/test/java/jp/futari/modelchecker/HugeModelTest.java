package jp.futari.modelchecker;

import static org.assertj.core.api.BDDAssertions.then;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("モデル検査: 大きすぎるモデル")
class HugeModelTest {

    private static final int BRANCHES = 15;

    @Test
    @DisplayName("調べきれないモデルは、証明されないものとして断られる")
    void a_model_too_large_to_be_searched_is_refused_as_not_proven() {
        var report = ModelChecker.check(List.of(ModelSource.of("Huge.bpmn", waitingInManyBranches())));
        then(report.violations()).extracting(Violation::rule).containsExactly(3);
        then(report.violations().get(0).message()).startsWith("not proven");
    }

    private static String waitingInManyBranches() {
        var branches = IntStream.range(0, BRANCHES).mapToObj(HugeModelTest::branch).reduce("", String::concat);
        return """
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn">
                  <process id="HugeProcess"><startEvent id="Start"/><parallelGateway id="Fork"/>
                  <sequenceFlow id="f" sourceRef="Start" targetRef="Fork"/>%s</process></definitions>""".formatted(branches);
    }

    private static String branch(int number) {
        return """
                <receiveTask id="Receive%1$d"/><endEvent id="End%1$d"/>
                <sequenceFlow id="in%1$d" sourceRef="Fork" targetRef="Receive%1$d"/><sequenceFlow id="out%1$d" sourceRef="Receive%1$d" targetRef="End%1$d"/>
                """.formatted(number);
    }
}
