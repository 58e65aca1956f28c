package jp.futari.shared;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A refusal: the law, a right or a state of affairs says no. It carries a stable code, never a name or a personal value;
 * {@code web} turns it into a problem response and {@code casework} records it in a second transaction.
 */
public class Refused extends RuntimeException {

    private final int status;
    private final String code;
    private final transient Map<String, String> params;
    private final transient List<FieldProblem> fields;
    private final transient Object conflict;

    public Refused(int status, String code, Map<String, String> params, List<FieldProblem> fields, Object conflict) {
        super(code, null, false, false);
        this.status = status;
        this.code = code;
        this.params = Map.copyOf(params);
        this.fields = List.copyOf(fields);
        this.conflict = conflict;
    }

    public static Refused forbidden(String code) {
        return forbidden(code, Map.of());
    }

    /** The same refusal with one thing more to say. */
    public Refused with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(params);
        more.put(name, value);
        return new Refused(status, code, more, fields, conflict);
    }

    public static Refused forbidden(String code, Map<String, String> params) {
        return new Refused(403, code, params, List.of(), null);
    }

    public static Refused conflict(String code, Object conflict) {
        return new Refused(409, code, Map.of(), List.of(), conflict);
    }

    public static Refused fields(List<FieldProblem> fields) {
        return new Refused(422, "casework.form.fields", Map.of(), fields, null);
    }

    public static Refused unprocessable(String code) {
        return new Refused(422, code, Map.of(), List.of(), null);
    }

    public static Refused notFound(String code) {
        return new Refused(404, code, Map.of(), List.of(), null);
    }

    public static Refused version(String code) {
        return new Refused(412, code, Map.of(), List.of(), null);
    }

    /** 428: the request has to name the version it saw (RFC 6585). */
    public static Refused versionNeeded(String code) {
        return versionNeeded(code, null);
    }

    /** @param conflict what stands there now */
    public static Refused versionNeeded(String code, Object conflict) {
        return new Refused(428, code, Map.of(), List.of(), conflict);
    }

    public static Refused signIn(String code) {
        return new Refused(401, code, Map.of(), List.of(), null);
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    public Map<String, String> params() {
        return params;
    }

    public List<FieldProblem> fields() {
        return fields;
    }

    public Object conflict() {
        return conflict;
    }
}
