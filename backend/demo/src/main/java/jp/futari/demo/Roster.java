package jp.futari.demo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** 体験版の職員名簿: the invented members of the staff, named after weather, sky and sea, read from {@code demo/roster.csv}. */
public record Roster(List<StaffEntry> staff) {

    private static final String RESOURCE = "/demo/roster.csv";

    public static Roster ofTheDemo() throws IOException {
        try (var in = Roster.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IOException("not on the class path: " + RESOURCE);
            }
            return read(in);
        }
    }

    public static Roster read(InputStream in) throws IOException {
        var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        return new Roster(text.lines().skip(1).filter(line -> !line.isBlank() && !line.startsWith("#")).map(StaffEntry::parse).toList());
    }
}
