package jp.futari.addressee.application;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import jp.futari.addressee.LoadingRegister;
import jp.futari.addressee.persistence.RegisterChunks;
import jp.futari.audit.AuditEvent;
import jp.futari.audit.AuditTrail;
import jp.futari.shared.ApprovedItem;
import jp.futari.shared.EffectRows;
import jp.futari.shared.Refused;
import jp.futari.shared.jp.AddressFolding;
import jp.futari.shared.jp.Kana;
import jp.futari.shared.jp.VariantFolding;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Loads approved chunks. A column the work does not need cannot be loaded (ACQ-21): an unknown key refuses the whole chunk. */
@Service
class LoadingChunks implements LoadingRegister {

    private static final Set<String> PERSON_KEYS = Set.of("addresseeNo", "name", "kana", "alias", "aliasKana", "romanName", "birthDate", "sex", "postalCode", "address", "addressNote", "formerAddress",
            "protectedPerson", "nationality", "residenceStatus", "residenceUntil", "since", "until");
    private static final Set<String> HOUSEHOLD_KEYS = Set.of("householdNo", "since", "until", "members");
    private static final Set<String> MEMBER_KEYS = Set.of("addresseeNo", "relationship", "since", "until");

    private final RegisterChunks chunks;
    private final EffectRows effectRows;
    private final AuditTrail trail;

    LoadingChunks(RegisterChunks chunks, EffectRows effectRows, AuditTrail trail) {
        this.chunks = chunks;
        this.effectRows = effectRows;
        this.trail = trail;
    }

    @Override
    public int rowsOf(JsonNode chunk) {
        refuseUnknownKeys(chunk, Set.of("chunk", "persons", "households"));
        chunk.path("persons").forEach(row -> refuseUnknownKeys(row, PERSON_KEYS));
        chunk.path("households").forEach(row -> {
            refuseUnknownKeys(row, HOUSEHOLD_KEYS);
            row.path("members").forEach(member -> refuseUnknownKeys(member, MEMBER_KEYS));
        });
        var rows = chunk.path("persons").size() + StreamSupport.stream(chunk.path("households").spliterator(), false).mapToInt(row -> 1 + row.path("members").size()).sum();
        if (rows == 0 || rows > MOST_ROWS) {
            throw new Refused(422, "addressee.load.chunk-size", Map.of("rows", String.valueOf(rows), "most", String.valueOf(MOST_ROWS)), List.of(), null);
        }
        return rows;
    }

    @Override
    @Transactional
    public void load(ApprovedItem item) {
        var rows = rowsOf(item.content());
        var effect = item.effect().id();
        listed(effect, "person", chunks.insertPersons(effect, searchable(item.content().path("persons"))));
        listed(effect, "household", chunks.insertHouseholds(effect, item.content().path("households")));
        listed(effect, "household_member", chunks.insertMembers(effect, item.content().path("households")));
        trail.record(AuditEvent.act("addressee.load").inCase(item.caseId()).step(item.stepKey(), null, null).with("item", item.itemNo()).with("rows", rows).with("hash", item.hash()).build());
    }

    private void listed(UUID effect, String table, List<UUID> rows) {
        rows.forEach(row -> effectRows.wrote(effect, table, row));
    }

    private static ArrayNode searchable(JsonNode persons) {
        var rows = JsonNodeFactory.instance.arrayNode(persons.size());
        persons.forEach(person -> rows.add(searchable((ObjectNode) person.deepCopy())));
        return rows;
    }

    private static ObjectNode searchable(ObjectNode person) {
        var name = person.path("name").asText();
        var kana = person.path("kana").asText();
        return person.put("nameFolded", VariantFolding.folded(name)).put("givenFolded", VariantFolding.folded(given(name)))
                .put("kanaFolded", Kana.folded(kana)).put("givenKanaFolded", Kana.folded(given(kana)))
                .put("addressFolded", AddressFolding.folded(person.path("address").asText() + person.path("addressNote").asText("")));
    }

    /** What stands after the first space; the whole where there is none. */
    private static String given(String name) {
        var space = name.indexOf('　');
        return space < 0 ? name : name.substring(space + 1);
    }

    private static void refuseUnknownKeys(JsonNode row, Set<String> known) {
        row.fieldNames().forEachRemaining(key -> {
            if (!known.contains(key)) {
                throw new Refused(422, "addressee.load.unknown-column", Map.of("column", key), List.of(), null);
            }
        });
    }
}
