package jp.futari.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.core.io.ClassPathResource;

/** The rows of {@code permissions.csv}: role × object × action × answer, denials written out, and pairs of roles nobody holds together. */
public final class PermissionTable {

    private static final String TOGETHER = "hold-together";

    private final List<Row> rows;

    private PermissionTable(List<Row> rows) {
        this.rows = rows;
    }

    public static PermissionTable ofTheOffice() {
        try {
            return parse(new ClassPathResource("permissions.csv").getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static PermissionTable parse(String csv) {
        List<Row> rows = new ArrayList<>();
        csv.lines().skip(1).filter(line -> !line.isBlank()).forEach(line -> {
            String[] cells = line.split(",", -1);
            if (cells.length != 4 || !cells[3].matches("yes|no")) {
                throw new IllegalStateException("permissions.csv: " + line);
            }
            rows.add(new Row(cells[0], cells[1], cells[2], cells[3].equals("yes")));
        });
        return new PermissionTable(List.copyOf(rows));
    }

    public boolean allows(Collection<String> roles, String object, String action) {
        return rows.stream().anyMatch(row -> row.answer() && row.object().equals(object) && row.action().equals(action) && roles.contains(row.role()));
    }

    /** Objects for which the table knows this action, in its order. */
    public Set<String> objectsWith(String action) {
        Set<String> objects = new LinkedHashSet<>();
        rows.stream().filter(row -> row.action().equals(action)).forEach(row -> objects.add(row.object()));
        return objects;
    }

    public List<Row> permissions() {
        return rows.stream().filter(row -> !row.action().equals(TOGETHER)).toList();
    }

    public Set<Set<String>> forbiddenPairs() {
        Set<Set<String>> pairs = new LinkedHashSet<>();
        rows.stream().filter(row -> row.action().equals(TOGETHER) && !row.answer()).forEach(row -> pairs.add(Set.of(row.role(), row.object())));
        return pairs;
    }

    /** One answer of the table. */
    public record Row(String role, String object, String action, boolean answer) {
    }
}
