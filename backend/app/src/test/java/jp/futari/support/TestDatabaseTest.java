package jp.futari.support;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TestDatabaseTest {

    @Test
    void the_application_role_owns_nothing() throws Exception {
        var database = TestDatabase.fresh();
        try (var c = database.asApp(); var s = c.createStatement();
             var r = s.executeQuery("SELECT count(*) FROM pg_class WHERE pg_get_userbyid(relowner) = 'futari_app'")) {
            r.next();
            assertThat(r.getInt(1)).isZero();
        } finally {
            database.drop();
        }
    }
}
