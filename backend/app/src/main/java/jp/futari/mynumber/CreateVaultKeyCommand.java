package jp.futari.mynumber;

import java.io.PrintStream;
import java.nio.file.Path;
import jp.futari.mynumber.sealing.KeyRing;

/** {@code futari create-vault-key FILE}: the key file of the vault of personal numbers, once, for the application's user alone. */
public final class CreateVaultKeyCommand {

    private CreateVaultKeyCommand() {
    }

    /** @param arguments the command and the file's name */
    public static int run(String... arguments) {
        return run(System.out, arguments);
    }

    static int run(PrintStream out, String... arguments) {
        if (arguments.length != 2 || arguments[1].isBlank()) {
            out.println("usage: create-vault-key FILE");
            return 2;
        }
        try {
            var file = Path.of(arguments[1]);
            KeyRing.create(file);
            out.println("created " + file + " (mode 0600). Keep a copy apart from the database's backups: without it personal numbers cannot be read again.");
            return 0;
        } catch (IllegalStateException e) {
            out.println("create-vault-key stopped: " + e.getMessage());
            return 1;
        }
    }
}
