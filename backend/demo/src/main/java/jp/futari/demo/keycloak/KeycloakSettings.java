package jp.futari.demo.keycloak;

import java.nio.file.Path;

/** What one Keycloak is started with. The realm is the text to import, the folder holds what the realm names beside itself. */
public record KeycloakSettings(int port, String databaseUrl, String databasePassword, String adminPassword, String publicUrl, String clientSecret,
                               Path realmFolder, String realm) {

    public static final String ADMIN = "futari-demo-admin";

    public String url() {
        return "http://localhost:" + port;
    }

    public String issuer() {
        return issuer(port);
    }

    public static String issuer(int port) {
        return "http://localhost:" + port + "/realms/futari";
    }

    /** A record would print its secrets. */
    @Override
    public String toString() {
        return "KeycloakSettings[" + url() + "]";
    }
}
