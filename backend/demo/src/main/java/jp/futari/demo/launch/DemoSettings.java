package jp.futari.demo.launch;

import java.nio.file.Path;

/** 起動の設定: what the build tells the launcher. */
public record DemoSettings(Path root, Path home, int port, boolean reset, long diskNeeded, String keycloakVersion, Path keycloakArchive) {

    static final int FORMAT = 1;
    private static final long MEBIBYTE = 1024L * 1024;
    private static final long DISK_MEBIBYTES = 1500;

    public static DemoSettings fromSystemProperties() {
        var root = Path.of(required("futari.root"));
        return new DemoSettings(root, root.resolve(".futari"), Integer.getInteger("futari.port", 8080), Boolean.getBoolean("futari.reset"),
                Long.getLong("futari.disk", DISK_MEBIBYTES) * MEBIBYTE, required("futari.keycloak.version"), Path.of(required("futari.keycloak.archive")));
    }

    static String required(String property) {
        var value = System.getProperty(property);
        if (value == null) {
            throw new IllegalStateException("start the demo with mvn -Pdemo; missing -D" + property);
        }
        return value;
    }

    String publicUrl() {
        return "http://localhost:" + port;
    }

    Path realmFolder() {
        return root.resolve("keycloak-realm");
    }

    Path log(String name) {
        return home.resolve("logs").resolve(name + ".log");
    }
}
