package jp.futari.demo;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** 名簿の一行: one invented member of the staff with the account's name and the rights asked for. */
public record StaffEntry(String officerNo, String family, String given, String kana, String section, String post,
                         List<String> roles, String username) {

    private static final int COLUMNS = 8;

    static StaffEntry parse(String line) {
        var cells = line.split(",", -1);
        if (cells.length < COLUMNS) {
            throw new IllegalArgumentException("a line of the roster has " + COLUMNS + " cells: " + line);
        }
        var roles = cells[6].isBlank() ? List.<String>of() : List.of(cells[6].strip().split("\\|"));
        return new StaffEntry(cells[0].strip(), cells[1].strip(), cells[2].strip(), cells[3].strip(), cells[4].strip(), cells[5].strip(),
                roles, cells[7].strip());
    }

    /** The same account id in every demo, so that a new realm import knows the same people. */
    public UUID accountId() {
        return UUID.nameUUIDFromBytes(("futari-demo:" + username).getBytes(StandardCharsets.UTF_8));
    }
}
