package jp.futari.support;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/**
 * Staff and terminals laid into a test database past the law (as superuser, walls asleep), so that a test can begin where it wants. People
 * are visibly invented.
 */
public final class StaffFixture {

    private static final String ASLEEP = "SET session_replication_role = replica; ";

    private final TestDatabase database;
    private final String issuer;

    public StaffFixture(TestDatabase database, String issuer) {
        this.database = database;
        this.issuer = issuer;
    }

    /** A person with an account of the same name in lower case, valid since long ago, and these roles in every section. */
    public StaffFixture person(String officerNo, String section, String... roles) {
        database.superuser(ASLEEP + """
                INSERT INTO staff_member (id, effect_id, officer_no, family_name, given_name, kana, section, post, starts_on)
                VALUES (gen_random_uuid(), gen_random_uuid(), '%1$s', '架空', '%1$s', 'カクウ', '%2$s', '主事', '2020-04-01')"""
                .formatted(officerNo, section));
        account(officerNo, officerNo.toLowerCase(java.util.Locale.ROOT));
        for (String role : roles) {
            grant(officerNo, role, null);
        }
        return this;
    }

    public StaffFixture account(String officerNo, String username) {
        database.superuser(ASLEEP + "INSERT INTO account (id, effect_id, officer_no, issuer, username, starts_on) VALUES "
                + "(gen_random_uuid(), gen_random_uuid(), '%s', '%s', '%s', '2020-04-01')".formatted(officerNo, issuer, username));
        return this;
    }

    public StaffFixture grant(String officerNo, String role, String section) {
        database.superuser(ASLEEP + "INSERT INTO access_grant (id, effect_id, officer_no, role, section, starts_on) VALUES "
                + "(gen_random_uuid(), gen_random_uuid(), '%s', '%s', %s, '2020-04-01')"
                        .formatted(officerNo, role, section == null ? "NULL" : "'" + section + "'"));
        return this;
    }

    /** @param secret the value of the terminal's device cookie */
    public StaffFixture terminal(String terminalNo, String secret) {
        database.superuser(ASLEEP + """
                INSERT INTO terminal (id, effect_id, terminal_no, place, counter_facing, secret_hash, starts_on)
                VALUES (gen_random_uuid(), gen_random_uuid(), '%s', '架空の窓口', true, '\\x%s', '2020-04-01')"""
                .formatted(terminalNo, sha256(secret)));
        return this;
    }

    /** A session as sign-in would begin it. */
    public UUID session(String officerNo, String terminalNo) {
        UUID ref = UUID.randomUUID();
        database.superuser("INSERT INTO staff_session (ref, username, officer_no, terminal_no) VALUES ('%s', '%s', '%s', '%s')"
                .formatted(ref, officerNo.toLowerCase(java.util.Locale.ROOT), officerNo, terminalNo));
        return ref;
    }

    /** Any change of the registers, past the law. */
    public StaffFixture change(String sql) {
        database.superuser(ASLEEP + sql);
        return this;
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
