package jp.futari.demo.drill;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** 本物の nginx, as operations.md sets it up, without TLS: round robin over two nodes, no sticky sessions. */
final class Nginx implements AutoCloseable {

    private static final Path PROGRAM = Path.of("/usr/sbin/nginx");
    private static final String CONFIGURATION = """
            daemon off;
            %s
            pid nginx.pid;
            error_log error.log warn;
            events { worker_connections 256; }
            http {
              access_log off;
              client_body_temp_path body; proxy_temp_path proxy; fastcgi_temp_path fastcgi; uwsgi_temp_path uwsgi; scgi_temp_path scgi;
              upstream futari { server 127.0.0.1:%d max_fails=1 fail_timeout=1s; server 127.0.0.1:%d max_fails=1 fail_timeout=1s; }
              server {
                listen 127.0.0.1:%d;
                client_max_body_size 21m;
                location / {
                  proxy_pass http://futari;
                  proxy_set_header Host $http_host;
                  proxy_set_header X-Futari-Client-Cert "";
                  add_header X-Drill-Node $upstream_addr always;
                }
              }
            }
            """;

    private final Process process;

    private Nginx(Process process) {
        this.process = process;
    }

    static Nginx start(Path folder, int port, int one, int other) throws IOException, InterruptedException {
        if (!Files.isExecutable(PROGRAM)) {
            throw new IllegalStateException("this drill needs nginx (Debian: apt install nginx): " + PROGRAM + " is missing");
        }
        Files.createDirectories(folder);
        var user = System.getProperty("user.name").equals("root") ? "user root;" : "";
        Files.writeString(folder.resolve("nginx.conf"), CONFIGURATION.formatted(user, one, other, port));
        var nginx = new Nginx(new ProcessBuilder(PROGRAM.toString(), "-p", folder.toString(), "-e", "error.log", "-c", "nginx.conf").redirectErrorStream(true)
                .redirectOutput(folder.resolve("out.log").toFile()).start());
        Runtime.getRuntime().addShutdownHook(new Thread(nginx::close, "drill-nginx"));
        nginx.awaitReady(port, folder);
        return nginx;
    }

    private void awaitReady(int port, Path folder) throws IOException, InterruptedException {
        var ready = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/healthz/ready")).build();
        for (var tries = 0; tries < 100 && process.isAlive(); tries++) {
            try {
                if (HttpClient.newHttpClient().send(ready, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                // it has not bound its port
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new IllegalStateException("nginx does not answer: " + Files.readString(folder.resolve("out.log")));
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
    }
}
