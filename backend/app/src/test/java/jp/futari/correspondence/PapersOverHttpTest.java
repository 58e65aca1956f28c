package jp.futari.correspondence;

import static org.assertj.core.api.BDDAssertions.then;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.stream.Collectors;
import jp.futari.access.Browser;
import jp.futari.casework.CaseworkServer;
import jp.futari.correspondence.papers.PageImage;
import jp.futari.support.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;

/** Papers through the real HTTP API, on the real database, with the real vault and casework. */
class PapersOverHttpTest {

    private static CaseworkServer server;
    private static Browser clerk;
    private static Browser stranger;
    private static String caseNo;

    @BeforeAll
    static void an_office_with_a_case() throws IOException {
        server = new CaseworkServer(TestDatabase.fresh(), WithPapers.class, "--FUTARI_STORE_DIR=" + Files.createTempDirectory("futari-store"));
        server.staff.person("A001", "eligibility", "counter-clerk", "eligibility-clerk").person("L001", "levy", "levy-clerk").terminal("T001", "one").terminal("T002", "two");
        clerk = server.signedIn("A001", "one");
        stranger = server.signedIn("L001", "two");
        caseNo = clerk.post("/api/cases", "{\"kind\":\"proof\"}").json().path("caseNo").asText();
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @Test
    @DisplayName("紙を受け取り、隠した画像だけを見せ、だれが見たかを残す")
    void a_paper_goes_in_and_comes_out_masked() throws Exception {
        HttpResponse<byte[]> taken = upload(clerk, scan(), "acq-notice", "届.png");
        then(taken.statusCode()).isEqualTo(200);
        JsonNode document = new ObjectMapper().readTree(taken.body());
        String id = document.path("id").asText();
        HttpResponse<byte[]> page = get(clerk, "/api/documents/" + id + "/pages/1");
        then(page.statusCode()).isEqualTo(200);
        then(page.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        then(page.headers().firstValue("Content-Type")).contains("image/png");
        then(get(clerk, "/api/documents/" + id + "/pages/1/crop?box=0.1,0.1,0.3,0.1").statusCode()).isEqualTo(200);
        then(get(clerk, "/api/documents/" + id + "/pages/1/crop?box=0.9,0.1,0.3,0.1").statusCode()).isEqualTo(422);
        then(get(clerk, "/api/documents/" + id + "/pages/2").statusCode()).isEqualTo(404);
        then(clerk.get("/api/cases/" + java.net.URLEncoder.encode(caseNo, StandardCharsets.UTF_8) + "/documents").json().path("sources").findValuesAsText("id")).contains(id);
        then(server.column("SELECT action FROM audit_event WHERE what ->> 'document' = '" + id + "'")).contains("document.uploaded", "document.opened");
        then(server.one("SELECT count(*) FROM vault.sealed_page")).isNotEqualTo("0");
    }

    @Test
    @DisplayName("ほかの係の人は、紙を見られず、加えられず、そのことが残る")
    void another_section_sees_nothing() throws Exception {
        String id = new ObjectMapper().readTree(upload(clerk, scan(), "acq-notice", "a").body()).path("id").asText();
        then(get(stranger, "/api/documents/" + id + "/pages/1").statusCode()).isEqualTo(403);
        then(upload(stranger, scan(), "acq-notice", "a").statusCode()).isEqualTo(403);
        then(server.column("SELECT what ->> 'code' FROM audit_event WHERE kind = 'REFUSAL' AND officer = 'L001'")).contains("casework.case.not-yours");
    }

    @Test
    @DisplayName("ファイル名のわな、XML、名札の嘘は、file の名を言って断る")
    void what_is_no_paper_is_refused_by_name() throws Exception {
        for (String name : new String[] {"../../../etc/passwd", "a.png\\u0000.exe", "%2e%2e%2f", "届.pdf"}) {
            HttpResponse<byte[]> refused = upload(clerk, "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><x>&e;</x>".getBytes(StandardCharsets.UTF_8), "acq-notice", name);
            then(refused.statusCode()).isEqualTo(422);
            JsonNode problem = new ObjectMapper().readTree(refused.body());
            then(problem.path("fields").path(0).path("key").asText()).isEqualTo("file");
            then(problem.path("fields").path(0).path("code").asText()).isEqualTo("correspondence.file.kind");
        }
        then(upload(clerk, scan(), "acq-notice", "../../../etc/passwd").statusCode()).as("a name is not even looked at").isEqualTo(200);
    }

    @Test
    @DisplayName("知らない用紙は、隠す所も「番号なし」も言わなければ、HTTPからも受け取らない")
    void a_page_without_a_word_about_numbers_is_not_kept() throws Exception {
        long before = Long.parseLong(server.one("SELECT count(*) FROM document"));
        for (String masks : new String[] {"", "   ", "null", "[{\"page\":9,\"box\":[0.1,0.1,0.2,0.1]}]", "[{\"page\":1,\"box\":[0.9,0.1,0.2,0.1]}]", "[{\"page\":1}]", "{}"}) {
            HttpResponse<byte[]> refused = upload(clerk, scan(), "\r\n--b\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\n委任状\r\n--b\r\nContent-Disposition: form-data; name=\"masks\"\r\n\r\n" + masks, "a");
            then(refused.statusCode()).as(masks + new String(refused.body(), StandardCharsets.UTF_8)).isEqualTo(422);
            then(new ObjectMapper().readTree(refused.body()).path("fields").path(0).path("key").asText()).isEqualTo("masks");
        }
        then(Long.parseLong(server.one("SELECT count(*) FROM document"))).isEqualTo(before);
        then(server.column("SELECT what ->> 'code' FROM audit_event WHERE kind = 'REFUSAL' AND action = 'document.upload' AND officer = 'A001'")).isNotEmpty();
    }

    @Test
    @DisplayName("サインインしていない人には何もない")
    void nobody_signed_in_gets_nothing() throws Exception {
        then(get(new Browser(server.port), "/api/documents/00000000-0000-0000-0000-000000000000/pages/1").statusCode()).isEqualTo(401);
        then(get(new Browser(server.port), "/api/print-jobs/00000000-0000-0000-0000-000000000000.pdf").statusCode()).isEqualTo(401);
        then(get(clerk, "/api/print-jobs/00000000-0000-0000-0000-000000000000.pdf").statusCode()).isEqualTo(404);
    }

    private static byte[] scan() {
        return PageImage.png(new BufferedImage(420, 594, BufferedImage.TYPE_INT_RGB));
    }

    private static HttpResponse<byte[]> get(Browser who, String path) throws Exception {
        return HttpClient.newHttpClient().send(request(who, path).GET().build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static HttpResponse<byte[]> upload(Browser who, byte[] file, String template, String fileName) throws Exception {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.write(("--b\r\nContent-Disposition: form-data; name=\"template\"\r\n\r\n" + template + "\r\n--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                + "\"\r\nContent-Type: image/png\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        body.write(file);
        body.write("\r\n--b--\r\n".getBytes(StandardCharsets.UTF_8));
        String path = "/api/cases/" + java.net.URLEncoder.encode(caseNo, StandardCharsets.UTF_8) + "/documents";
        return HttpClient.newHttpClient().send(request(who, path).header("Content-Type", "multipart/form-data; boundary=b")
                .header("X-XSRF-TOKEN", who.cookies.getOrDefault("XSRF-TOKEN", "")).POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())).build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    private static HttpRequest.Builder request(Browser who, String path) {
        String cookies = who.cookies.entrySet().stream().map(cookie -> cookie.getKey() + "=" + cookie.getValue()).collect(Collectors.joining("; "));
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + server.port + path));
        return cookies.isEmpty() ? request : request.header("Cookie", cookies);
    }

    @EnableAutoConfiguration
    @ComponentScan("jp.futari.correspondence")
    static class WithPapers extends CaseworkServer.Room {
    }
}
