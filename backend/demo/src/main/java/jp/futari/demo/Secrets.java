package jp.futari.demo;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/** この体験版の秘密: passwords drawn once for each data folder and kept in it, readable by its owner alone. */
public final class Secrets {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 24;

    private final Path file;
    private final Properties values = new Properties();

    private Secrets(Path file) {
        this.file = file;
    }

    public static Secrets in(Path folder) throws IOException {
        var secrets = new Secrets(folder.resolve("secrets.properties"));
        if (Files.exists(secrets.file)) {
            secrets.values.load(new StringReader(Files.readString(secrets.file)));
        }
        return secrets;
    }

    /** The secret of this name; drawn and kept at first use. */
    public synchronized String of(String name) throws IOException {
        var known = values.getProperty(name);
        return known != null ? known : keep(name, draw());
    }

    private String keep(String name, String value) throws IOException {
        values.setProperty(name, value);
        var text = new StringWriter();
        values.store(text, null);
        PrivateFile.write(file, text.toString());
        return value;
    }

    private static String draw() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
