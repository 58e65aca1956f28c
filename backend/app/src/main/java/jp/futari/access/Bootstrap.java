package jp.futari.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import jp.futari.access.application.Secrets;
import jp.futari.shared.CanonicalJson;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 最初の二人と二台: the first two administrators and the first two terminals, once, written by the owner of the database before anybody can
 * sign in. It is an approval like any other, of the kind {@code bootstrap}: one of the two enters, the other confirms.
 */
public final class Bootstrap {

    private static final Duration LINK_IS_GOOD_FOR = Duration.ofHours(24);

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final String issuer;
    private final String publicUrl;

    /** @param owner connections as the owner's role */
    public Bootstrap(DataSource owner, String issuer, String publicUrl) {
        this.jdbc = new JdbcTemplate(owner);
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(owner));
        this.issuer = issuer.replaceAll("/+$", "");
        this.publicUrl = publicUrl.replaceAll("/+$", "");
    }

    /**
     * @param file {@code {administrators: [2 × {officerNo, familyName, givenName, kana, section, post, username}], terminals: [2 × {terminalNo, place}]}}
     * @return terminal number → one-time link
     * @throws IllegalStateException with one clear sentence when it was done before or the file says something else
     */
    public Map<String, String> run(JsonNode file) {
        JsonNode people = two(file, "administrators", "officerNo", "familyName", "username");
        JsonNode terminals = two(file, "terminals", "terminalNo", "place");
        return transaction.execute(status -> {
            jdbc.execute("LOCK TABLE futari.approval IN EXCLUSIVE MODE");
            if (jdbc.queryForObject("SELECT EXISTS (SELECT FROM futari.approval WHERE kind = 'bootstrap') OR EXISTS (SELECT FROM futari.staff_member)",
                    Boolean.class)) {
                throw new IllegalStateException("最初の二人はもう登録されています。bootstrap は一度だけです。");
            }
            return write(people, terminals);
        });
    }

    private Map<String, String> write(JsonNode people, JsonNode terminals) {
        List<Item> items = new ArrayList<>();
        people.forEach(person -> items.add(new Item("grant-right", "access-right", person)));
        terminals.forEach(terminal -> items.add(new Item("enroll-terminal", "terminal", terminal)));
        UUID submission = UUID.randomUUID();
        UUID approval = UUID.randomUUID();
        submit(submission, approval, items, people.get(0).path("officerNo").asText(), people.get(1).path("officerNo").asText());
        Map<String, String> links = new LinkedHashMap<>();
        for (int no = 0; no < items.size(); no++) {
            Item item = items.get(no);
            UUID effect = effect(approval, submission, no + 1, item);
            if (item.effect().equals("grant-right")) {
                administrator(effect, item.content());
            } else {
                links.put(item.content().path("terminalNo").asText(), terminal(effect, item.content()));
            }
        }
        return links;
    }

    private void submit(UUID submission, UUID approval, List<Item> items, String doer, String checker) {
        ObjectNode content = JsonNodeFactory.instance.objectNode().put("step", "bootstrap");
        ArrayNode listed = content.putArray("items");
        items.forEach(item -> listed.add(item.content()));
        String text = CanonicalJson.text(content);
        jdbc.update("INSERT INTO futari.submission (id, content, hash, doer) VALUES (?, ?, ?, ?)", submission, text, CanonicalJson.sha256(text), doer);
        for (int no = 0; no < items.size(); no++) {
            String itemText = CanonicalJson.text(items.get(no).content());
            jdbc.update("INSERT INTO futari.submission_item (submission_id, item_no, effects, kind, content, hash) VALUES (?, ?, ARRAY[?], ?, ?, ?)", submission,
                    no + 1, items.get(no).effect(), items.get(no).kind(), itemText, CanonicalJson.sha256(itemText));
        }
        jdbc.update("""
                INSERT INTO futari.approval (id, kind, step_key, round, submission_id, submission_hash, doer, checker)
                VALUES (?, 'bootstrap', 'bootstrap', 1, ?, ?, ?, ?)""", approval, submission, CanonicalJson.sha256(text), doer, checker);
        jdbc.update("""
                INSERT INTO futari.audit_event (id, at, kind, action, what, leaf)
                VALUES (gen_random_uuid(), now(), 'SYSTEM', 'access.bootstrap', jsonb_build_object('doer', ?, 'checker', ?, 'hash', ?), '')""",
                doer, checker, CanonicalJson.sha256(text));
    }

    private UUID effect(UUID approval, UUID submission, int no, Item item) {
        UUID effect = UUID.randomUUID();
        jdbc.update("INSERT INTO futari.effect (id, approval_id, key, submission_id, item_no, item_hash) VALUES (?, ?, ?, ?, ?, ?)", effect, approval, item.effect(),
                submission, no, CanonicalJson.hash(item.content()));
        return effect;
    }

    private void administrator(UUID effect, JsonNode person) {
        String officer = person.path("officerNo").asText();
        UUID member = listed(effect, "staff_member");
        jdbc.update("""
                INSERT INTO futari.staff_member (id, effect_id, officer_no, family_name, given_name, kana, section, post, starts_on)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, futari.office_today())""", member, effect, officer, person.path("familyName").asText(),
                person.path("givenName").asText(""), person.path("kana").asText(""), person.path("section").asText("administration"),
                person.path("post").asText(""));
        jdbc.update("INSERT INTO futari.account (id, effect_id, officer_no, issuer, username, starts_on) VALUES (?, ?, ?, ?, ?, futari.office_today())",
                listed(effect, "account"), effect, officer, issuer, person.path("username").asText().toLowerCase(Locale.ROOT));
        jdbc.update("INSERT INTO futari.access_grant (id, effect_id, officer_no, role, starts_on) VALUES (?, ?, ?, 'administrator', futari.office_today())",
                listed(effect, "access_grant"), effect, officer);
    }

    private String terminal(UUID effect, JsonNode terminal) {
        String number = terminal.path("terminalNo").asText();
        String token = Secrets.random();
        jdbc.update("""
                INSERT INTO futari.terminal (id, effect_id, terminal_no, place, counter_facing, secret_hash, starts_on)
                VALUES (?, ?, ?, ?, ?, ?, futari.office_today())""", listed(effect, "terminal"), effect, number, terminal.path("place").asText(),
                terminal.path("counterFacing").asBoolean(false), Secrets.hash(Secrets.terminalSecretOf(token)));
        jdbc.update("""
                INSERT INTO futari.terminal_enrollment_ticket (id, terminal_no, token_hash, expires_at)
                VALUES (gen_random_uuid(), ?, ?, now() + make_interval(secs => ?))""", number, Secrets.hash(token), LINK_IS_GOOD_FOR.toSeconds());
        return publicUrl + "/terminal/enroll/" + token;
    }

    private UUID listed(UUID effect, String table) {
        UUID row = UUID.randomUUID();
        jdbc.update("INSERT INTO futari.effect_row (effect_id, table_name, row_id) VALUES (?, ?, ?)", effect, table, row);
        return row;
    }

    private static JsonNode two(JsonNode file, String list, String... needed) {
        JsonNode entries = file.path(list);
        if (entries.size() != 2 || entries.get(0).path(needed[0]).equals(entries.get(1).path(needed[0]))) {
            throw new IllegalStateException("bootstrap のファイルの " + list + " には、異なる二つを書いてください。");
        }
        for (JsonNode entry : entries) {
            for (String key : needed) {
                if (entry.path(key).asText("").isBlank()) {
                    throw new IllegalStateException("bootstrap のファイルの " + list + " に " + key + " がありません。");
                }
            }
        }
        return entries;
    }

    private record Item(String effect, String kind, JsonNode content) {
    }
}
