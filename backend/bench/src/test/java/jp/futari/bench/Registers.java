package jp.futari.bench;

import java.sql.SQLException;

/** 大きな市: invented persons and one case each, laid in by SQL past the law (walls asleep), then analyzed. */
final class Registers {

    private static final String FAMILY = "ARRAY['カクウ','シケン','ソラノ','ホシカワ','ユウナギ','ミドリカワ','アサギリ','ツキシロ','ナギサ','コトハ','ミナモ','ヒグラシ','シラユキ','クモイ','ハルカゼ','アオバ','トキワ','ニジノ','マホロ','ウタカタ']";
    private static final String GIVEN = "ARRAY['ミサキ','ケンタ','ハナコ','タロウ','ユウ','アカリ','ソウタ','ヒナタ','リク','サクラ']";

    private final Postgres postgres;
    private final String database;

    Registers(Postgres postgres, String database) {
        this.postgres = postgres;
        this.database = database;
    }

    /** Twenty family names with one of 2,000 endings, ten given names with one of 100: some names are common, most are rare. */
    void fill(int size) throws SQLException {
        String from = " FROM generate_series(1, %d) g".formatted(size);
        String family = "(%s)[1 + g %% 20] || chr(12450 + (g / 20) %% 80) || chr(12450 + 2 * ((g / 1600) %% 40))".formatted(FAMILY);
        String given = "(%s)[1 + (g / 7) %% 10] || chr(12450 + (g / 70) %% 80)".formatted(GIVEN);
        try (var connection = postgres.superuser(database); var statement = connection.createStatement()) {
            statement.execute("SET search_path = futari, engine; SET session_replication_role = replica; SET maintenance_work_mem = '512MB'");
            statement.execute("""
                    INSERT INTO person (id, effect_id, addressee_no, name, kana, birth_date, sex, postal_code, address, since, name_folded, given_folded, kana_folded, given_kana_folded, address_folded)
                    SELECT md5('p' || g)::uuid, md5('e' || g)::uuid, lpad(g::text, 10, '0'), '架空　' || g, x.family || '　' || x.given, DATE '1930-01-01' + (hashint4(g) & 2147483647) % 34000, '1', '0000021',
                           '架空県みどり野市中央' || g % 90 || '丁目' || g % 30 || '番' || g % 20 || '号', '2020-04-01', '架空' || g, g::text, x.family || x.given, x.given,
                           '架空県みどり野市中央' || g % 90 || '-' || g % 30 || '-' || g % 20""" + from + ", LATERAL (SELECT " + family + " AS family, " + given + " AS given) x");
            statement.execute("""
                    INSERT INTO case_file (id, case_no, kind, process_id, definition, title, subject_name, birth_date, addressees, section, received_on, opened_by, opened_at)
                    SELECT md5('c' || g)::uuid, 'R' || 8 + g / 999999 || '-測-' || lpad((g % 999999)::text, 6, '0'), 'proof', 'BenchProcess', 'bench', '測定の案件', '架空　' || g, '1980-01-01',
                           ARRAY[lpad(g::text, 10, '0')], 'eligibility', '2026-04-01', 'D0', timestamptz '2026-04-01' + make_interval(secs => g)""" + from);
            statement.execute("RESET session_replication_role");
            statement.execute("VACUUM ANALYZE person, case_file");
        }
    }
}
