package jp.futari.eligibility.application;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** Items of this room as JSON: days as ISO text, nothing unknown accepted. */
final class EligibilityJson {

    private static final ObjectMapper JSON = JsonMapper.builder().addModule(new JavaTimeModule()).disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).build();

    private EligibilityJson() {
    }

    static <T> T read(JsonNode content, Class<T> type) {
        try {
            return JSON.treeToValue(content, type);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the approved content is no " + type.getSimpleName(), e);
        }
    }

    static JsonNode write(Object value) {
        return JSON.valueToTree(value);
    }
}
