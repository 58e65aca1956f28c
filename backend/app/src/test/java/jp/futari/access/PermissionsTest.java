package jp.futari.access;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.futari.Requirement;
import jp.futari.shared.OfficerId;
import jp.futari.shared.Refused;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.core.context.SecurityContextHolder;

@DisplayName("権限表")
@Requirement("AUTH-04")
class PermissionsTest {

    private static final Path DOCUMENT = Path.of("../docs/permissions.md");
    private static AccessServer server;

    @BeforeAll
    static void one_person_per_role() {
        server = new AccessServer();
        server.staff.terminal("T-01", "secret-of-t-01").person("N0", "counter");
        for (String role : RoleNames.ALL) {
            server.staff.person("R" + RoleNames.ALL.indexOf(role), "counter", role);
        }
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @AfterEach
    void nobody_stays() {
        SecurityContextHolder.clearContext();
    }

    static List<PermissionTable.Row> rows() {
        return PermissionTable.ofTheOffice().permissions();
    }

    private static void acting(String officer) {
        SecurityContextHolder.getContext().setAuthentication(new SignedInAuthentication(new SignedIn(server.staff.session(officer, "T-01"),
                new OfficerId(officer), officer.toLowerCase(java.util.Locale.ROOT), "T-01", java.time.Instant.now())));
    }

    @ParameterizedTest
    @MethodSource("rows")
    @DisplayName("書いてあるとおりに許し、断る")
    void the_table_is_what_is_enforced(PermissionTable.Row row) {
        acting("R" + RoleNames.ALL.indexOf(row.role()));
        then(server.bean(Permissions.class).allowed(row.action(), row.object())).isEqualTo(row.answer());
    }

    @Test
    @DisplayName("役割のない人、サインインしていない人、表にないことは断り、記録する")
    void the_default_is_no() {
        Permissions permissions = server.bean(Permissions.class);
        thenThrownBy(() -> permissions.require("read", "staff")).isInstanceOfSatisfying(Refused.class, refused -> then(refused.status()).isEqualTo(401));
        acting("N0");
        for (PermissionTable.Row row : rows()) {
            then(permissions.allowed(row.action(), row.object())).isFalse();
        }
        acting("R9");
        thenThrownBy(() -> permissions.require("destroy", "staff")).isInstanceOfSatisfying(Refused.class, refused -> then(refused.status()).isEqualTo(403));
        then(server.recorded("REFUSAL")).contains("access.permission access.permission-missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/me", "/api/staff", "/api/terminals", "/api/roles", "/api/tasks", "/api/cases/R8-1", "/api/anything"})
    @DisplayName("サインインしていない人には、どの入口も401を返す")
    void nobody_signed_in_reaches_nothing(String path) {
        then(server.browserOn("secret-of-t-01").get(path).status).isEqualTo(401);
    }

    @Test
    @DisplayName("どの役割についても、どの操作も、許すか断るかが書いてある")
    void every_denial_is_written_out() {
        Set<String> questions = rows().stream().map(row -> row.object() + " " + row.action()).collect(Collectors.toCollection(TreeSet::new));
        Set<String> answered = rows().stream().map(row -> row.role() + " " + row.object() + " " + row.action()).collect(Collectors.toCollection(TreeSet::new));
        then(answered).hasSize(rows().size()).hasSize(questions.size() * RoleNames.ALL.size());
        then(rows()).allMatch(row -> RoleNames.ALL.contains(row.role()));
        then(PermissionTable.ofTheOffice().forbiddenPairs()).contains(Set.of("administrator", "compliance-reviewer"));
    }

    @Test
    @DisplayName("役割の名は keycloak-realm と同じ")
    void role_names_are_those_of_the_realm() throws IOException {
        String realm = Files.readString(Path.of("../../keycloak-realm/futari-realm.json"));
        then(new com.fasterxml.jackson.databind.ObjectMapper().readTree(realm).path("roles").path("realm").findValuesAsText("name"))
                .containsExactlyInAnyOrderElementsOf(RoleNames.ALL);
    }

    @Test
    @DisplayName("文書 permissions.md は権限表から作られている")
    void the_document_follows_the_table() throws IOException {
        String document = document();
        if (Boolean.getBoolean("futari.write-docs")) {
            Files.writeString(DOCUMENT, document);
        }
        then(Files.readString(DOCUMENT)).isEqualTo(document);
    }

    private static String document() {
        StringBuilder text = new StringBuilder("""
                # Permissions (権限表)

                Made from `backend/app/src/main/resources/permissions.csv` by `PermissionsTest` (`-Dfutari.write-docs=true` writes it anew). What is not here is no.

                """);
        text.append("| object | action | ").append(RoleNames.ALL.stream().map(RoleNames::label).collect(Collectors.joining(" | "))).append(" |\n|---|---|");
        text.append("---|".repeat(RoleNames.ALL.size())).append('\n');
        PermissionTable table = PermissionTable.ofTheOffice();
        rows().stream().map(row -> List.of(row.object(), row.action())).distinct().forEach(question -> {
            Stream<String> answers = RoleNames.ALL.stream().map(role -> table.allows(List.of(role), question.get(0), question.get(1)) ? "yes" : "no");
            text.append("| ").append(question.get(0)).append(" | ").append(question.get(1)).append(" | ").append(answers.collect(Collectors.joining(" | "))).append(" |\n");
        });
        text.append("\nNever in one hand: ").append(table.forbiddenPairs().stream()
                .map(pair -> pair.stream().sorted().map(RoleNames::label).collect(Collectors.joining(" and "))).sorted().collect(Collectors.joining("; "))).append(".\n");
        return text.toString();
    }
}
