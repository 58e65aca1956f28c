package jp.futari.casework.application;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import jp.futari.casework.model.FormSchema;
import jp.futari.shared.CanonicalJson;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The forms this jar carries, by key ({@code eligibility/ReceiveNotification}). */
@Component
public class FormCatalogue {

    private final Map<String, FormSchema> forms = new TreeMap<>();

    public FormCatalogue(ObjectMapper json) throws IOException {
        for (var resource : new PathMatchingResourcePatternResolver().getResources("classpath*:forms/**/*.form")) {
            String path = resource.getURL().getPath();
            String key = path.substring(path.lastIndexOf("/forms/") + "/forms/".length(), path.length() - ".form".length());
            var schema = json.readTree(resource.getContentAsByteArray());
            forms.put(key, FormSchema.of(key, CanonicalJson.hash(schema), schema));
        }
    }

    /** @throws IllegalArgumentException for a key no form has */
    public FormSchema form(String key) {
        FormSchema form = forms.get(key);
        if (form == null) {
            throw new IllegalArgumentException("no form " + key);
        }
        return form;
    }
}
