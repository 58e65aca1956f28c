package jp.futari.demo.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How a child virtual machine is started: on the leash, its words in a log file, its secrets in the environment and never in arguments. */
public final class JavaChild {

    private static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private final String name;
    private final Path log;
    private final List<String> options = new ArrayList<>();
    private final List<Path> classPath = new ArrayList<>();
    private final Map<String, String> environment = new LinkedHashMap<>();
    private Path folder;

    private JavaChild(String name, Path log) {
        this.name = name;
        this.log = log;
    }

    public static JavaChild named(String name, Path log) {
        return new JavaChild(name, log);
    }

    public JavaChild options(String... more) {
        options.addAll(List.of(more));
        return this;
    }

    public JavaChild classPath(Path... more) {
        classPath.addAll(List.of(more));
        return this;
    }

    public JavaChild environment(Map<String, String> more) {
        environment.putAll(more);
        return this;
    }

    public JavaChild folder(Path workingFolder) {
        this.folder = workingFolder;
        return this;
    }

    public ChildProcess start(Path leashFolder, String mainClass, String... arguments) throws IOException {
        Files.createDirectories(log.toAbsolutePath().getParent());
        var builder = new ProcessBuilder(command(leashFolder, mainClass, arguments));
        if (folder != null) {
            builder.directory(folder.toFile());
        }
        builder.environment().keySet().removeIf(JavaChild::steersFutari);
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        return new ChildProcess(name, log, builder.start());
    }

    private List<String> command(Path leashFolder, String mainClass, String... arguments) throws IOException {
        var command = new ArrayList<String>();
        command.add(JAVA);
        command.addAll(options);
        command.add("-cp");
        command.add(classPathWith(LeashJar.in(leashFolder)));
        command.add(Leash.class.getName());
        command.add(mainClass);
        command.addAll(List.of(arguments));
        return command;
    }

    private String classPathWith(Path leash) {
        var all = new ArrayList<Path>(classPath);
        all.add(leash);
        return String.join(File.pathSeparator, all.stream().map(Path::toString).toList());
    }

    /** What is set in the newcomer's own shell must not change what the demo starts. */
    private static boolean steersFutari(String variable) {
        return variable.startsWith("FUTARI_") || variable.startsWith("KC_") || variable.startsWith("SPRING_")
                || variable.startsWith("SERVER_") || variable.equals("JAVA_TOOL_OPTIONS") || variable.equals("JDK_JAVA_OPTIONS");
    }
}
