package jp.futari.modelchecker;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The command: {@code java -jar futari-model-checker.jar FOLDER [--roster roster.csv]}. One violation a line, then a summary. */
public final class CheckModels {

    private static final int CLEAN = 0;
    private static final int VIOLATED = 1;
    private static final int MISUSED = 2;

    private CheckModels() {
    }

    public static void main(String... arguments) {
        System.exit(run(List.of(arguments), System.out, System.err));
    }

    static int run(List<String> arguments, PrintStream out, PrintStream err) {
        var staffed = arguments.size() == 3 && arguments.get(1).equals("--roster");
        if (arguments.size() != 1 && !staffed || !Files.isDirectory(Path.of(arguments.get(0)))) {
            err.println("usage: java -jar futari-model-checker.jar FOLDER [--roster roster.csv]");
            return MISUSED;
        }
        var roster = staffed ? Roster.read(Path.of(arguments.get(2))) : null;
        var report = ModelChecker.checkFolder(Path.of(arguments.get(0)), roster);
        report.violations().forEach(out::println);
        out.println(report.summary());
        return report.isClean() ? CLEAN : VIOLATED;
    }
}
