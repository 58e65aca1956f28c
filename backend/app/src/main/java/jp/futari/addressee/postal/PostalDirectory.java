package jp.futari.addressee.postal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.springframework.stereotype.Component;

/** 郵便番号簿 in memory: the rows stay one sorted block of bytes that is searched by halving, so that 124,130 rows cost 6 MB and nothing until first use. */
@Component
public class PostalDirectory {

    private static final int CODE = 7;
    private final List<PostalPlace> invented = InventedPlaces.read();
    private volatile Table table;

    /** Places of this code, or of all codes that begin with these three or more digits, at most {@code most}. */
    public List<PostalPlace> find(String digits, int most) {
        if (!digits.matches("\\d{3,7}")) {
            return List.of();
        }
        return digits.startsWith("000") ? invented.stream().filter(place -> place.code().startsWith(digits)).limit(most).toList() : table().find(digits, most);
    }

    private Table table() {
        if (table == null) {
            table = Table.read();
        }
        return table;
    }

    private record Table(byte[] rows, int first, List<String[]> cities) {

        static Table read() {
            try (var in = new GZIPInputStream(PostalDirectory.class.getResourceAsStream("/jp/futari/addressee/postal-codes.tsv.gz"))) {
                var rows = in.readAllBytes();
                var cities = new ArrayList<String[]>();
                var at = 0;
                while (rows[at] == '#' || rows[at] == 'C') {
                    if (rows[at] == 'C') {
                        cities.add(line(rows, at).split("\t", -1));
                    }
                    at = next(rows, at);
                }
                return new Table(rows, at, List.copyOf(cities));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }

        List<PostalPlace> find(String digits, int most) {
            var found = new ArrayList<PostalPlace>();
            for (var at = lowest(digits); at < rows.length && found.size() < most && startsWith(at, digits); at = next(rows, at)) {
                found.add(place(line(rows, at)));
            }
            return found;
        }

        private int lowest(String digits) {
            var low = first;
            var high = rows.length;
            while (low < high) {
                var middle = lineStart((low + high) >>> 1, low);
                if (code(middle).compareTo(digits) < 0) {
                    low = next(rows, middle);
                } else {
                    high = middle;
                }
            }
            return low;
        }

        private int lineStart(int at, int low) {
            var start = at;
            while (start > low && rows[start - 1] != '\n') {
                start--;
            }
            return start;
        }

        private String code(int at) {
            return new String(rows, at, CODE, StandardCharsets.US_ASCII);
        }

        private boolean startsWith(int at, String digits) {
            return code(at).startsWith(digits);
        }

        private PostalPlace place(String line) {
            var parts = line.split("\t", -1);
            var city = cities.get(Integer.parseInt(parts[1]));
            return new PostalPlace(parts[0], city[2], city[3], parts[2], city[5], parts[3]);
        }

        private static int next(byte[] rows, int at) {
            var end = at;
            while (end < rows.length && rows[end] != '\n') {
                end++;
            }
            return end + 1;
        }

        private static String line(byte[] rows, int at) {
            return new String(rows, at, next(rows, at) - 1 - at, StandardCharsets.UTF_8);
        }
    }
}
