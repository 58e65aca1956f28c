package jp.futari;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import jp.futari.access.FakeIdentityProvider;
import jp.futari.shared.RefusedStart;
import jp.futari.support.TestDatabase;
import jp.futari.workflow.StepCatalogue;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.core.NestedExceptionUtils;

/** The product as it is: every room wired, every effect of every model declared by its delegate, the start gate passed. */
class WholeApplicationTest {

    @Test
    @DisplayName("すべての部屋がそろい、どの効果にも担い手がいて、応答できる")
    void every_room_is_wired_and_every_effect_has_its_delegate() throws Exception {
        var database = TestDatabase.fresh();
        var folder = Files.createTempDirectory("futari-whole");
        try (var provider = new FakeIdentityProvider();
             var application = new SpringApplicationBuilder(FutariApplication.class).run("--server.port=0", "--spring.datasource.url=" + database.appUrl(),
                     "--spring.datasource.username=futari_app", "--spring.datasource.password=x", "--FUTARI_DB_URL=" + database.appUrl(), "--futari.access.issuer=" + provider.issuer(),
                     "--futari.access.client-secret=" + FakeIdentityProvider.SECRET, "--FUTARI_VAULT_KEYFILE=" + folder.resolve("vault.keys"), "--FUTARI_STORE_DIR=" + folder, "--FUTARI_DEMO=true",
                     "--futari.demo=true")) {
            String port = application.getEnvironment().getProperty("local.server.port");
            var answer = HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/healthz/ready")).build(), HttpResponse.BodyHandlers.ofString());
            then(answer.statusCode()).as(answer.body()).isEqualTo(200);
            then(application.getBean(StepCatalogue.class).effects()).isNotEmpty();
        } finally {
            database.drop();
        }
    }

    @Test
    @DisplayName("本番は、番号の保管庫の鍵がなければ起動しない")
    void without_the_vaults_keys_production_does_not_serve() {
        var database = TestDatabase.fresh();
        try (var provider = new FakeIdentityProvider()) {
            thenThrownBy(() -> new SpringApplicationBuilder(FutariApplication.class).run("--server.port=0", "--spring.datasource.url=" + database.appUrl(),
                    "--spring.datasource.username=futari_app", "--spring.datasource.password=x", "--FUTARI_DB_URL=" + database.appUrl(), "--futari.access.issuer=" + provider.issuer(),
                    "--futari.access.client-secret=" + FakeIdentityProvider.SECRET, "--futari.demo=false").close())
                    .satisfies(failure -> then(NestedExceptionUtils.getRootCause(failure)).isInstanceOf(RefusedStart.class).hasMessageContaining("FUTARI_VAULT_KEYFILE"));
        } finally {
            database.drop();
        }
    }
}
