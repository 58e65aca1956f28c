package jp.futari.modelchecker;

import static org.assertj.core.api.BDDAssertions.then;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.futari.Requirement;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** The style of our own models: read by clerks first (labels Japanese), by programs second (ids English). */
@DisplayName("工程のモデル")
@Requirement("MANUAL-01")
class ProductModelsTest {

    private static final String DIAGRAM = "http://www.omg.org/spec/BPMN/20100524/DI";
    private static final Set<String> SILENT = Set.of("parallelGateway", "eventBasedGateway");

    static Stream<ModelSource> models() {
        return ModelFolder.read(Corpus.PRODUCT, new Findings()).stream();
    }

    @Test
    @DisplayName("どのモデルも二人確認を守り、体験版の名簿で人員がそろう")
    void every_model_keeps_the_law_and_can_be_staffed() {
        var report = ModelChecker.checkFolder(Corpus.PRODUCT, Roster.read(Corpus.ROSTER));
        then(report.violations()).isEmpty();
        then(report.isClean()).isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    @DisplayName("名前は日本語で、識別子は英語")
    void labels_are_japanese_and_ids_are_english(ModelSource model) throws SAXException {
        for (var node : nodes(model)) {
            then(Xml.id(node)).as("id").matches("(StartEvent|EndEvent|BoundaryEvent|Task|Step|Gateway|CatchEvent|Call)_[A-Z][A-Za-z]+");
            if (!SILENT.contains(node.getLocalName())) {
                then(node.getAttribute("name")).as("label of " + Xml.id(node)).matches("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}ー0-9（）・?]+");
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    @DisplayName("分かれ道は問いで、工程は二人と書いてある")
    void a_split_asks_a_question_and_a_step_says_that_it_takes_two(ModelSource model) throws SAXException {
        then(nodes(model, "exclusiveGateway")).allSatisfy(gateway -> then(gateway.getAttribute("name")).endsWith("?"));
        then(nodes(model, "subProcess")).allSatisfy(step -> then(step.getAttribute("name")).endsWith("（2人）"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    @DisplayName("図に描いていない要素はない")
    void nothing_is_left_out_of_the_diagram(ModelSource model) throws SAXException {
        var root = Xml.parse(model.content());
        var drawn = Xml.all(root).stream().filter(shape -> DIAGRAM.equals(shape.getNamespaceURI())).map(shape -> shape.getAttribute("bpmnElement"))
                .collect(Collectors.toSet());
        var flows = Xml.all(root).stream().filter(flow -> Xml.is(flow, Xml.BPMN, "sequenceFlow")).map(Xml::id).toList();
        then(drawn).containsAll(flows).containsAll(nodes(model).stream().map(Xml::id).toList());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    @DisplayName("ファイルは流れの名を持ち、エンジンの履歴には期限がある")
    void the_file_carries_the_process_id_and_history_has_an_end(ModelSource model) throws SAXException {
        var processes = Xml.children(Xml.parse(model.content()), Xml.BPMN, "process");
        then(processes).hasSize(1);
        then(model.name()).endsWith("/" + Xml.id(processes.get(0)) + ".bpmn");
        then(Xml.camunda(processes.get(0), "historyTimeToLive")).matches("P\\d+D");
    }

    @Test
    @DisplayName("様式は部屋の名から始まり、二つの仕事で同じものを使う")
    void the_form_starts_with_the_room_and_is_shared_by_both_tasks() {
        var catalogue = ModelCatalogue.of(models().toList());
        for (var process : catalogue.processes()) {
            var room = process.source().substring(0, process.source().indexOf('/'));
            then(process.steps()).allSatisfy(step -> then(step.formKey()).matches(room + "/[A-Z][A-Za-z]+"));
        }
    }

    private static List<Element> nodes(ModelSource model) throws SAXException {
        return Xml.all(Xml.parse(model.content())).stream().filter(Xml::isBpmn).filter(node -> NodeKind.named(node.getLocalName()).isPresent()).toList();
    }

    private static List<Element> nodes(ModelSource model, String kind) throws SAXException {
        return nodes(model).stream().filter(node -> node.getLocalName().equals(kind)).toList();
    }
}
