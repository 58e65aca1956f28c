package jp.futari.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import jp.futari.support.RoundTrips;

/** 素のエンジン、REST 経由: Camunda's own REST server, history full, a database of its own on the same PostgreSQL; the same calls as {@link BareEngine}, kept alive. */
final class CamundaOverRest implements Contender, AutoCloseable {

    private static final Path CLASS_PATH = Path.of(System.getProperty("futari.bench.rest", "backend/bench/rest-server/target/classpath"));

    private final Process server;
    private final String origin;
    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();

    /** Whether the class path of the server was built (backend/docs/performance.md has the command). */
    static boolean isThere() {
        return Files.exists(CLASS_PATH);
    }

    CamundaOverRest(String url) throws IOException {
        int port = freePort();
        origin = "http://localhost:" + port + "/engine-rest";
        String classes = Path.of(URI.create(RestServer.class.getProtectionDomain().getCodeSource().getLocation().toString())).toString();
        server = new ProcessBuilder(ProcessHandle.current().info().command().orElse("java"), "-cp", classes + ":" + Files.readString(CLASS_PATH).strip(), RestServer.class.getName(),
                "--server.port=" + port, "--spring.datasource.url=" + url, "--spring.datasource.username=postgres", "--spring.datasource.password=postgres",
                "--spring.datasource.hikari.maximum-pool-size=10", "--camunda.bpm.history-level=full", "--camunda.bpm.job-execution.enabled=false",
                "--camunda.bpm.auto-deployment-enabled=false", "--spring.main.banner-mode=off", "--logging.level.root=WARN").redirectError(ProcessBuilder.Redirect.DISCARD).start();
        BufferedReader told = server.inputReader();
        for (String line = told.readLine(); !RestServer.READY.equals(line); line = told.readLine()) {
            if (line == null) {
                throw new IllegalStateException("Camunda's REST server did not start");
            }
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public String name() {
        return "Camunda's REST server, history full";
    }

    @Override
    public void oneCase(int worker) {
        String id = ask("POST", "/process-definition/key/" + BareEngine.MODEL + "/start", "{\"businessKey\":\"" + UUID.randomUUID() + "\",\"variables\":{\"caseId\":{\"value\":\""
                + UUID.randomUUID() + "\"},\"caseNo\":{\"value\":\"R8-0000\"},\"kind\":{\"value\":\"proof\"}}}").path("id").asText();
        act(id, "D" + worker);
        act(id, "C" + worker);
    }

    private void act(String instance, String person) {
        String task = ask("GET", "/task?processInstanceId=" + instance, "").path(0).path("id").asText();
        ask("POST", "/task/" + task + "/claim", "{\"userId\":\"" + person + "\"}");
        ask("POST", "/task/" + task + "/complete", "{}");
    }

    private JsonNode ask(String method, String path, String body) {
        try {
            var answer = http.send(HttpRequest.newBuilder(URI.create(origin + path)).header("Content-Type", "application/json").method(method, HttpRequest.BodyPublishers.ofString(body)).build(),
                    HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(answer.statusCode() + " " + answer.body());
            }
            return answer.body().isEmpty() ? json.nullNode() : json.readTree(answer.body());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public RoundTrips trips() {
        return null;
    }

    @Override
    public long process() {
        return server.pid();
    }

    @Override
    public void close() {
        server.destroy();
    }
}
