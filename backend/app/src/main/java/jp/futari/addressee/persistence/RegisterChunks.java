package jp.futari.addressee.persistence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes a chunk of rows in one statement a table. Answers the ids written, so that the effect can list them. */
@Repository
public class RegisterChunks {

    private final JdbcClient jdbc;

    public RegisterChunks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param rows enriched with the folded search forms */
    public List<UUID> insertPersons(UUID effect, ArrayNode rows) {
        return insert("""
                INSERT INTO futari.person (id, effect_id, addressee_no, name, kana, alias, alias_kana, roman_name, birth_date, sex, postal_code, address, address_note, former_address, protected_person,
                                           nationality, residence_status, residence_until, since, until, name_folded, given_folded, kana_folded, given_kana_folded,
                                           address_folded)
                SELECT gen_random_uuid(), :effect, r."addresseeNo", r.name, r.kana, r.alias, r."aliasKana", r."romanName", r."birthDate", r.sex, r."postalCode", r.address, r."addressNote", r."formerAddress",
                       coalesce(r."protectedPerson", false), r.nationality, r."residenceStatus", r."residenceUntil", r.since, r.until, r."nameFolded", r."givenFolded", r."kanaFolded", r."givenKanaFolded", r."addressFolded"
                FROM jsonb_to_recordset(:rows::jsonb) AS r("addresseeNo" text, name text, kana text, alias text, "aliasKana" text, "romanName" text, "birthDate" date, sex text, "postalCode" text, address text,
                     "addressNote" text, "formerAddress" text, "protectedPerson" boolean, nationality text, "residenceStatus" text, "residenceUntil" date, since date, until date,
                     "nameFolded" text, "givenFolded" text, "kanaFolded" text, "givenKanaFolded" text, "addressFolded" text)
                RETURNING id""", effect, rows);
    }

    public List<UUID> insertHouseholds(UUID effect, JsonNode rows) {
        return insert("""
                INSERT INTO futari.household (id, effect_id, household_no, since, until)
                SELECT gen_random_uuid(), :effect, r."householdNo", r.since, r.until FROM jsonb_to_recordset(:rows::jsonb) AS r("householdNo" text, since date, until date)
                RETURNING id""", effect, rows);
    }

    public List<UUID> insertMembers(UUID effect, JsonNode rows) {
        return insert("""
                INSERT INTO futari.household_member (id, effect_id, household_no, addressee_no, relationship, since, until)
                SELECT gen_random_uuid(), :effect, r."householdNo", m."addresseeNo", m.relationship, m.since, m.until
                FROM jsonb_to_recordset(:rows::jsonb) AS r("householdNo" text, members jsonb),
                     jsonb_to_recordset(r.members) AS m("addresseeNo" text, relationship text, since date, until date)
                RETURNING id""", effect, rows);
    }

    private List<UUID> insert(String sql, UUID effect, JsonNode rows) {
        return rows.isEmpty() ? List.of() : jdbc.sql(sql).param("effect", effect).param("rows", rows.toString()).query(UUID.class).list();
    }
}
