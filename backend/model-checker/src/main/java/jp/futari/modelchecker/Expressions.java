package jp.futari.modelchecker;

import java.util.regex.Pattern;

/** The few texts that are allowed where an engine would evaluate an expression (rule 0). */
final class Expressions {

    static final String BUSINESS_KEY = "#{execution.processBusinessKey}";

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{[A-Za-z_]\\w*}");
    private static final Pattern CONDITION = Pattern.compile("\\s*\\$\\{\\s*([A-Za-z_]\\w*)\\s*==\\s*'([^'\\\\]*)'\\s*}\\s*");
    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Pattern JAVA_CLASS = Pattern.compile("[A-Za-z_][\\w.$]*");

    private Expressions() {
    }

    static boolean isCondition(String text) {
        return CONDITION.matcher(text).matches();
    }

    /** Is this exactly the question whether the named variable has the value? */
    static boolean asks(String text, String variable, String value) {
        var condition = CONDITION.matcher(text);
        return condition.matches() && condition.group(1).equals(variable) && condition.group(2).equals(value);
    }

    static boolean isVariable(String text) {
        return VARIABLE.matcher(text).matches();
    }

    /** Nothing in the text would be evaluated, but plain variables. */
    static boolean isHarmless(String text) {
        return !text.contains("#{") && !VARIABLE.matcher(text).replaceAll("").contains("${");
    }

    static boolean isKey(String text) {
        return KEY.matcher(text).matches();
    }

    static boolean isJavaClass(String text) {
        return JAVA_CLASS.matcher(text).matches();
    }
}
