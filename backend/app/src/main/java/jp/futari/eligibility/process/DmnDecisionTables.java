package jp.futari.eligibility.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import jp.futari.shared.rules.DecisionTables;
import jp.futari.shared.rules.NoRowFired;
import jp.futari.shared.rules.RuledRow;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationListener;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedOutput;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableImpl;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableRuleImpl;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** 判定表: every table of {@code processes/}, read once, asked of the stand-alone decision engine. Nothing is deployed and nothing is written. */
@Component
public class DmnDecisionTables implements DecisionTables {

    private static final String MODELS = "classpath*:processes/**/*.dmn";

    private final Map<String, DmnDecision> tables = new TreeMap<>();
    private final Map<String, String> sentences = new HashMap<>();
    private final ThreadLocal<DmnEvaluatedDecisionRule> fired = new ThreadLocal<>();
    private final DmnEngine engine;

    public DmnDecisionTables() {
        var configuration = DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
        DmnDecisionTableEvaluationListener listener = this::remember;
        configuration.setCustomPostDecisionTableEvaluationListeners(List.of(listener));
        engine = configuration.buildEngine();
        models().forEach(this::read);
    }

    @Override
    public RuledRow ask(String decision, Map<String, Object> facts) {
        DmnDecision table = table(decision);
        try {
            engine.evaluateDecisionTable(table, Variables.fromMap(facts));
            return row(decision, fired.get(), facts);
        } finally {
            fired.remove();
        }
    }

    /** Ids of all rows of a table, for the test that fires each of them. */
    public List<String> rowsOf(String decision) {
        var table = (DmnDecisionTableImpl) table(decision).getDecisionLogic();
        return table.getRules().stream().map(DmnDecisionTableRuleImpl::getId).toList();
    }

    public List<String> decisions() {
        return List.copyOf(tables.keySet());
    }

    private DmnDecision table(String decision) {
        DmnDecision table = tables.get(decision);
        if (table == null) {
            throw new IllegalArgumentException("there is no decision table " + decision);
        }
        return table;
    }

    private RuledRow row(String decision, DmnEvaluatedDecisionRule rule, Map<String, Object> facts) {
        if (rule == null) {
            throw new NoRowFired(decision);
        }
        Map<String, Object> outputs = new LinkedHashMap<>();
        for (DmnEvaluatedOutput output : rule.getOutputEntries().values()) {
            outputs.put(output.getOutputName(), output.getValue().getValue());
        }
        return new RuledRow(decision, rule.getId(), sentences.get(rule.getId()), new TreeMap<>(facts), outputs);
    }

    private void remember(DmnDecisionTableEvaluationEvent event) {
        List<DmnEvaluatedDecisionRule> matching = event.getMatchingRules();
        fired.set(matching.isEmpty() ? null : matching.get(0));
    }

    private void read(Resource model) {
        try (InputStream in = model.getInputStream()) {
            DmnModelInstance instance = Dmn.readModelFromStream(in);
            for (DmnDecision decision : engine.parseDecisions(instance)) {
                tables.put(decision.getKey(), decision);
            }
            instance.getModelElementsByType(Rule.class).forEach(rule -> sentences.put(rule.getId(), rule.getDescription().getTextContent()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Resource> models() {
        try {
            return Arrays.stream(new PathMatchingResourcePatternResolver().getResources(MODELS));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
