package jp.futari.demo.launch;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import jp.futari.demo.PrivateFile;
import jp.futari.demo.Roster;
import jp.futari.demo.StaffEntry;

/** 最初の登録: the first two administrators of the roster and the first two terminals, as {@code futari bootstrap} reads them. */
public final class BootstrapFile {

    private static final int FIRST = 2;
    private static final String ADMINISTRATOR = "administrator";

    private BootstrapFile() {
    }

    public static Path write(Path home, Roster roster) throws IOException {
        var json = new ObjectMapper();
        var content = json.createObjectNode();
        var administrators = content.putArray("administrators");
        roster.staff().stream().filter(entry -> entry.roles().contains(ADMINISTRATOR)).limit(FIRST)
                .forEach(entry -> describe(entry, administrators.addObject()));
        var terminals = content.putArray("terminals");
        for (var i = 1; i <= FIRST; i++) {
            terminals.addObject().put("terminalNo", "T-000" + i).put("place", "体験用の端末 " + i);
        }
        var file = home.resolve("bootstrap.json");
        PrivateFile.write(file, json.writerWithDefaultPrettyPrinter().writeValueAsString(content));
        return file;
    }

    private static void describe(StaffEntry entry, ObjectNode node) {
        node.put("officerNo", entry.officerNo()).put("familyName", entry.family()).put("givenName", entry.given()).put("kana", entry.kana())
                .put("section", entry.section()).put("post", entry.post()).put("username", entry.username());
    }
}
