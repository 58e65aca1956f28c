package jp.futari.demo.launch;

import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;

/** Stands in for the product where only the launcher is tested: same commands, same environment, same health address. */
public final class StandInApplication {

    private StandInApplication() {
    }

    public static void main(String[] args) throws Exception {
        switch (args.length == 0 ? "serve" : args[0]) {
            case "migrate" -> migrate();
            case "bootstrap" -> System.out.println(System.getenv("FUTARI_PUBLIC_URL") + "/terminal/enroll/"
                    + Files.readString(Path.of(System.getenv("FUTARI_BOOTSTRAP_FILE"))).hashCode());
            default -> serve();
        }
    }

    private static void migrate() throws Exception {
        try (var owner = DriverManager.getConnection(System.getenv("FUTARI_DB_URL"), System.getenv("FUTARI_DB_OWNER_USER"), System.getenv("FUTARI_DB_OWNER_PASSWORD"));
             var statement = owner.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS public.migrated ()");
        }
    }

    private static void serve() throws Exception {
        var server = HttpServer.create(new InetSocketAddress(Integer.parseInt(System.getenv("FUTARI_PORT"))), 0);
        server.createContext("/healthz/ready", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }
}
