package jp.futari.correspondence.papers;

import java.util.Map;

/** 受け取れないファイル: what came in is no paper this office takes. The code says why. */
public class NotAPaper extends Exception {

    private final String code;
    private final transient Map<String, String> params;

    NotAPaper(String code) {
        this(code, Map.of());
    }

    NotAPaper(String code, Map<String, String> params) {
        super(code, null, false, false);
        this.code = code;
        this.params = params;
    }

    public String code() {
        return code;
    }

    public Map<String, String> params() {
        return params;
    }
}
