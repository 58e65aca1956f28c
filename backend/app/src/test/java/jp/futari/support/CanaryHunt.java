package jp.futari.support;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.slf4j.LoggerFactory;

/**
 * カナリア探し: one personal number was typed somewhere; it must be nowhere. Hunts it in text, in PDFs, in every row of every table (the vault's and the
 * engine's included), in the log, in all usual spellings: half and full width, grouped, hex, base64, and the plain hashes a careless hand might keep.
 *
 * <pre>
 * var hunt = CanaryHunt.of("0000…"); hunt.listen();
 * … the journey …
 * then(hunt.inDatabase(database.url())).isEmpty(); then(hunt.inLog()).isEmpty(); then(hunt.in("http body", body)).isEmpty();
 * </pre>
 */
public final class CanaryHunt implements AutoCloseable {

    private static final String GAP = "[-‐‑–—−ーｰ－ 　.,_/]{0,2}";

    private final Map<String, String> spellings = new LinkedHashMap<>();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    private CanaryHunt(String number) {
        spellings.put("digits", number.chars().mapToObj(c -> "[" + (char) c + (char) (c - '0' + '０') + "]").collect(Collectors.joining(GAP)));
        spellings.put("hex", hex(number.getBytes(StandardCharsets.US_ASCII)));
        spellings.put("utf-16", hex(number.getBytes(StandardCharsets.UTF_16BE)));
        spellings.put("base64", Pattern.quote(Base64.getEncoder().encodeToString(number.getBytes(StandardCharsets.US_ASCII))));
        for (var algorithm : List.of("SHA-256", "SHA-1", "SHA-512", "MD5")) {
            var digest = digest(algorithm, number);
            spellings.put(algorithm, hex(digest) + "|" + Base64.getEncoder().encodeToString(digest).replace("+", "\\+").replace("=", ""));
        }
    }

    public static CanaryHunt of(String number) {
        return new CanaryHunt(number);
    }

    /** Starts listening to the log, all levels of our own code included. */
    public CanaryHunt listen() {
        log.start();
        root().addAppender(log);
        ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger("jp.futari").setLevel(ch.qos.logback.classic.Level.TRACE);
        return this;
    }

    /** What the number was found as, in this text. */
    public List<String> in(String place, String text) {
        return spellings.entrySet().stream().filter(spelling -> pattern(spelling.getValue()).matcher(text).find()).map(spelling -> place + " as " + spelling.getKey()).toList();
    }

    public List<String> inPdf(String place, byte[] pdf) {
        try (var document = org.apache.pdfbox.Loader.loadPDF(pdf)) {
            return in(place, new PDFTextStripper().getText(document));
        } catch (java.io.IOException e) {
            throw new IllegalArgumentException(place + " is no PDF", e);
        }
    }

    public List<String> inLog() {
        var lines = new ArrayList<String>();
        log.list.forEach(event -> {
            lines.add(event.getFormattedMessage());
            for (var cause = event.getThrowableProxy(); cause != null; cause = cause.getCause()) {
                lines.add(cause.getMessage());
            }
        });
        return in("log", String.join("\n", lines));
    }

    /** Every row of every table of every schema of ours, read by the superuser. */
    public List<String> inDatabase(String url) {
        return inDatabase(url, "");
    }

    /** As above, except the tables whose qualified name begins with that prefix ({@code vault.} for a number's keyed hash, say). */
    public List<String> inDatabase(String url, String exceptPrefix) {
        var found = new TreeSet<String>();
        try (var superuser = DriverManager.getConnection(url, "postgres", "postgres")) {
            for (var table : tables(superuser)) {
                if (exceptPrefix.isEmpty() || !table.startsWith(exceptPrefix)) {
                    found.addAll(inTable(superuser, table));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return List.copyOf(found);
    }

    /** Hunts something else as well, e.g. the keyed hash that must stay inside the vault. */
    public CanaryHunt also(String name, byte[] secret) {
        spellings.put(name, hex(secret) + "|" + Base64.getEncoder().encodeToString(secret).replace("+", "\\+").replace("=", ""));
        return this;
    }

    @Override
    public void close() {
        root().detachAppender(log);
    }

    private List<String> inTable(Connection superuser, String table) throws SQLException {
        var found = new ArrayList<String>();
        for (var spelling : spellings.entrySet()) {
            try (var query = superuser.prepareStatement("SELECT EXISTS (SELECT FROM " + table + " t WHERE t::text ~* ?)")) {
                query.setString(1, spelling.getValue().replace("\\Q", "").replace("\\E", ""));
                try (var answer = query.executeQuery()) {
                    answer.next();
                    if (answer.getBoolean(1)) {
                        found.add(table + " as " + spelling.getKey());
                    }
                }
            }
        }
        return found;
    }

    private static List<String> tables(Connection superuser) throws SQLException {
        var names = new ArrayList<String>();
        try (var rows = superuser.createStatement().executeQuery(
                "SELECT quote_ident(schemaname) || '.' || quote_ident(tablename) FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    private static Pattern pattern(String spelling) {
        return Pattern.compile(spelling, Pattern.CASE_INSENSITIVE);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static byte[] digest(String algorithm, String number) {
        try {
            return MessageDigest.getInstance(algorithm).digest(number.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Logger root() {
        return ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }
}
