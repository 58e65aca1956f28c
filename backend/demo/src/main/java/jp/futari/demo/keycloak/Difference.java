package jp.futari.demo.keycloak;

/** 相違: one setting of the running realm that is not what the file says. Values that could be secret are never shown. */
public record Difference(String setting, String expected, String actual) {

    @Override
    public String toString() {
        return setting + ": file " + expected + ", running " + actual;
    }
}
