package jp.futari.demo.keycloak;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import jp.futari.demo.Roster;
import jp.futari.demo.StaffEntry;

/** 体験版のレルム: the product's realm with the two things only a demo may have: plain HTTP, and invented staff with one known password. */
public final class DemoRealm {

    /** Written in the README; the application refuses to start with it outside the demo, because the accounts do not exist there. */
    public static final String PASSWORD = "Futari-demo-2026";
    private static final ObjectMapper JSON = new ObjectMapper();

    private DemoRealm() {
    }

    public static String of(Path productRealm, Roster roster) throws IOException {
        var realm = (ObjectNode) JSON.readTree(Files.readString(productRealm));
        realm.put("sslRequired", "none");
        var users = realm.putArray("users");
        var password = HashedPassword.of(PASSWORD);
        roster.staff().forEach(entry -> describe(entry, password, users.addObject()));
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(realm);
    }

    private static void describe(StaffEntry entry, HashedPassword password, ObjectNode user) {
        user.put("id", entry.accountId().toString()).put("username", entry.username()).put("enabled", true)
                .put("lastName", entry.family()).put("firstName", entry.given());
        password.describe(user.putArray("credentials").addObject());
        var roles = user.putArray("realmRoles");
        entry.roles().forEach(roles::add);
    }
}
