package jp.futari;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/** 二人: the application. {@code migrate}, {@code bootstrap} and {@code create-vault-key} are commands that end; without one it serves. */
@SpringBootApplication
@Modulithic(sharedModules = "shared")
public class FutariApplication {

    public static void main(String[] args) {
        String command = args.length == 0 ? "serve" : args[0];
        switch (command) {
            case "migrate" -> System.exit(jp.futari.migration.MigrateCommand.run());
            case "bootstrap" -> System.exit(jp.futari.migration.BootstrapCommand.run());
            case "create-vault-key" -> System.exit(jp.futari.mynumber.CreateVaultKeyCommand.run(args));
            default -> SpringApplication.run(FutariApplication.class, args);
        }
    }
}
