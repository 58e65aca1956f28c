package jp.futari.demo.play;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;

/** 断り: a problem answer of the office, with its stable code, its sentence and the fields it names. */
final class Refusal extends RuntimeException {

    private final int status;
    private final String code;

    Refusal(String request, int status, JsonNode problem) {
        super(request + " → " + status + " " + problem.path("code").asText("?") + "　" + problem.path("detail").asText("") + fieldsOf(problem));
        this.status = status;
        this.code = problem.path("code").asText("");
    }

    private static String fieldsOf(JsonNode problem) {
        var named = named(problem).stream().map(field -> field.path("key").asText() + ": " + field.path("code").asText()).toList();
        return named.isEmpty() ? "" : " " + named;
    }

    private static List<JsonNode> named(JsonNode problem) {
        return StreamSupport.stream(problem.path("fields").spliterator(), false).toList();
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }
}
