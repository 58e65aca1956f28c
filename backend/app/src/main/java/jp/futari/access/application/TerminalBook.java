package jp.futari.access.application;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds a terminal of the office by what it shows: its certificate or its secret. */
@Component
public class TerminalBook {

    private static final String VALID_TERMINAL = """
            SELECT terminal_no, place, counter_facing, businesses FROM futari.terminal
             WHERE futari.valid_on(starts_on, ends_on, futari.office_today()) AND\s""";
    private static final RowMapper<KnownTerminal> TERMINAL = (row, n) -> new KnownTerminal(row.getString("terminal_no"), row.getString("place"),
            row.getBoolean("counter_facing"), List.of((String[]) row.getArray("businesses").getArray()));

    private final JdbcClient jdbc;

    TerminalBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public Optional<KnownTerminal> bySecret(byte[] secretHash) {
        return jdbc.sql(VALID_TERMINAL + "secret_hash = :hash").param("hash", secretHash).query(TERMINAL).optional();
    }

    @Transactional(readOnly = true)
    public Optional<KnownTerminal> byCertificate(byte[] certificateHash) {
        return jdbc.sql(VALID_TERMINAL + "certificate_sha256 = :hash").param("hash", certificateHash).query(TERMINAL).optional();
    }

    @Transactional(readOnly = true)
    public Optional<KnownTerminal> byNumber(String terminalNo) {
        return jdbc.sql(VALID_TERMINAL + "terminal_no = :no").param("no", terminalNo).query(TERMINAL).optional();
    }
}
