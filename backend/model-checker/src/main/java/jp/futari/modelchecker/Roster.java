package jp.futari.modelchecker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** 名簿: the people of an office. Read from CSV whose first line names the columns {@code officerNo} and {@code roles} (separated by {@code |}). */
public record Roster(List<Officer> officers) {

    public Roster {
        officers = List.copyOf(officers);
        if (officers.stream().map(Officer::officerNo).distinct().count() != officers.size()) {
            throw new IllegalArgumentException("the roster names an officer twice");
        }
    }

    public static Roster read(Path csv) {
        try {
            return parse(Files.readAllLines(csv));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Roster parse(List<String> lines) {
        var columns = Arrays.asList(cells(lines.get(0)));
        var number = columns.indexOf("officerNo");
        var roles = columns.indexOf("roles");
        if (number < 0 || roles < 0) {
            throw new IllegalArgumentException("a roster has the columns officerNo and roles");
        }
        return new Roster(lines.stream().skip(1).filter(line -> !line.isBlank() && !line.startsWith("#")).map(Roster::cells).map(cells -> officer(cells, columns.size(), number, roles)).toList());
    }

    private static Officer officer(String[] cells, int columns, int number, int roles) {
        if (cells.length != columns) {
            throw new IllegalArgumentException("a line of the roster has " + cells.length + " cells instead of " + columns);
        }
        return new Officer(cells[number], Set.of(cells[roles].split("\\|")));
    }

    private static String[] cells(String line) {
        return line.split(",", -1);
    }
}
