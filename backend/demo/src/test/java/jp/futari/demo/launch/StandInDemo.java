package jp.futari.demo.launch;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import jp.futari.demo.Roster;

/** The launcher with the stand-in for the product; everything else is real. Arguments: folder, port, reset, disk needed. */
public final class StandInDemo {

    private StandInDemo() {
    }

    public static void main(String[] args) throws Exception {
        System.setProperty("futari.first-day", "false");
        var root = Path.of(DemoSettings.required("futari.root"));
        var settings = new DemoSettings(root, Path.of(args[0]), Integer.parseInt(args[1]), Boolean.parseBoolean(args[2]), Long.parseLong(args[3]),
                DemoSettings.required("futari.keycloak.version"), Path.of(DemoSettings.required("futari.keycloak.archive")));
        var classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator)).map(Path::of).toList();
        try (var roster = StandInDemo.class.getResourceAsStream("/small-roster.csv")) {
            System.exit(DemoLauncher.run(settings, Roster.read(roster), () -> new Program(classPath, StandInApplication.class.getName(), "stand-in")));
        }
    }
}
