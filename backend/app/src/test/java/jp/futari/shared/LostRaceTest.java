package jp.futari.shared;

import static org.assertj.core.api.BDDAssertions.then;

import java.sql.SQLException;
import java.util.Set;
import java.util.TreeSet;
import jp.futari.support.TestDatabase;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LostRaceTest {

    @Test
    @DisplayName("先を越されたと読む制約は、どれもデータベースにある")
    void every_named_constraint_exists() throws SQLException {
        var database = TestDatabase.fresh();
        Set<String> unique = new TreeSet<>();
        try (var connection = database.asOwner(); var statement = connection.createStatement();
             var names = statement.executeQuery("SELECT c.relname FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid WHERE i.indisunique AND c.relnamespace = 'futari'::regnamespace")) {
            while (names.next()) {
                unique.add(names.getString(1));
            }
        } finally {
            database.drop();
        }
        then(unique).containsAll(LostRace.TAKEN_BY_THE_FIRST);
    }
}
