package jp.futari.workflow;

import java.io.IOException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import jp.futari.modelchecker.ModelChecker;
import jp.futari.modelchecker.ModelSource;
import jp.futari.modelchecker.Report;
import jp.futari.modelchecker.Violation;
import jp.futari.shared.CanonicalJson;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The process models this jar carries, with one digest over all of them. */
public record JarModels(Map<String, byte[]> files, String digest) {

    static final String DEPLOYMENT = "futari-models";

    /** The first twelve digits of the digest over all models: the version a case was begun with. */
    public static String version() {
        return Holder.VERSION;
    }

    private static final class Holder {
        private static final String VERSION = load().digest().substring(0, 12);
    }

    public static JarModels load() {
        try {
            Map<String, byte[]> files = new TreeMap<>();
            for (var resource : new PathMatchingResourcePatternResolver().getResources("classpath*:processes/**/*.bpmn")) {
                files.put(resource.getFilename(), resource.getContentAsByteArray());
            }
            StringBuilder all = new StringBuilder();
            files.forEach((name, bytes) -> all.append(name).append(' ').append(HexFormat.of().formatHex(CanonicalJson.digest(bytes))).append('\n'));
            return new JarModels(files, CanonicalJson.sha256(all.toString()));
        } catch (IOException e) {
            throw new IllegalStateException("the jar's process models cannot be read", e);
        }
    }

    /** @throws IllegalStateException naming each violation, if a model is not proven two-person */
    void refuseUnproven() {
        refuseUnproven(files);
    }

    static void refuseUnproven(Map<String, byte[]> models) {
        Report report = ModelChecker.check(models.entrySet().stream().map(e -> new ModelSource(e.getKey(), e.getValue())).toList());
        if (!report.isClean() || report.steps() == 0) {
            throw new IllegalStateException("models are not proven two-person: "
                    + report.violations().stream().map(Violation::toString).collect(Collectors.joining("; ")));
        }
    }
}
