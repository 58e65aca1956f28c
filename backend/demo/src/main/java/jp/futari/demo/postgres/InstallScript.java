package jp.futari.demo.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** 導入スクリプト: runs the psql scripts of the product over JDBC, so that demo, tests and production create the same roles. */
public final class InstallScript {

    private static final Pattern VARIABLE = Pattern.compile(":'(\\w+)'");
    private static final Pattern COMMENT = Pattern.compile("(?m)^--.*$");

    private final String text;

    private InstallScript(String text) {
        this.text = text;
    }

    public static InstallScript named(String name) throws IOException {
        var resource = "/db/install/" + name;
        try (var in = InstallScript.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IOException("not on the class path: " + resource);
            }
            return new InstallScript(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /** Runs a script without variables in one go, as psql does inside one transaction. */
    public void runWhole(Connection superuser) throws SQLException {
        try (var statement = superuser.createStatement()) {
            statement.execute(text);
        }
    }

    /** Runs statement by statement, because a database is not created inside a transaction. */
    public void run(Connection superuser, Map<String, String> variables) throws SQLException {
        try (var statement = superuser.createStatement()) {
            for (var sql : statements(variables)) {
                statement.execute(sql);
            }
        }
    }

    List<String> statements(Map<String, String> variables) {
        var plain = COMMENT.matcher(text).replaceAll("");
        var filled = VARIABLE.matcher(plain).replaceAll(found -> Matcher.quoteReplacement(literal(variables, found.group(1))));
        return Arrays.stream(filled.split(";\\s*\\n")).map(String::strip).filter(sql -> !sql.isEmpty()).toList();
    }

    private static String literal(Map<String, String> variables, String name) {
        var value = variables.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no value for :'" + name + "'");
        }
        return "'" + value.replace("'", "''") + "'";
    }
}
