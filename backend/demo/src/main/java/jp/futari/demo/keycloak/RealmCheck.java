package jp.futari.demo.keycloak;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;

/**
 * レルムの照合: compares the running realm with the file, setting by setting (AUTH-03).
 * Every setting of the file must hold; in the lists the file gives (roles, clients, mappers, redirect addresses, identity providers) nothing may have been added.
 */
public final class RealmCheck {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ABSENT = "(absent)";
    private static final List<String> KEYS = List.of("clientId", "client", "name", "alias", "providerId");
    private static final Set<String> MADE_BY_KEYCLOAK = Set.of("offline_access", "uma_authorization", "default-roles-futari",
            "account", "account-console", "broker", "realm-management", "security-admin-console");
    /** Masked by Keycloak's export; people are no part of the realm as code. */
    private static final Set<String> NOT_COMPARED = Set.of("secret", "users", "subComponents");

    private final Map<String, String> placeholders;
    private final List<Difference> differences = new ArrayList<>();

    private RealmCheck(Map<String, String> placeholders) {
        this.placeholders = placeholders;
    }

    /** The differences between the file's text and the exported realm; the placeholders are those of the installation's environment. */
    public static List<Difference> compare(String file, JsonNode running, Map<String, String> placeholders) throws JsonProcessingException {
        var check = new RealmCheck(placeholders);
        check.objects("", JSON.readTree(file), running);
        check.identityProviders(running);
        return List.copyOf(check.differences);
    }

    private void objects(String path, JsonNode expected, JsonNode actual) {
        expected.fields().forEachRemaining(field -> {
            if (!NOT_COMPARED.contains(field.getKey())) {
                nodes(path.isEmpty() ? field.getKey() : path + "." + field.getKey(), field.getValue(), actual.path(field.getKey()));
            }
        });
    }

    private void nodes(String path, JsonNode expected, JsonNode actual) {
        if (expected.isObject()) {
            objects(path, expected, actual);
        } else if (expected.isArray() && keyOf(expected) != null) {
            named(path, expected, actual, keyOf(expected));
        } else if (expected.isArray()) {
            sets(path, expected, actual);
        } else {
            values(path, expected, actual);
        }
    }

    private static String keyOf(JsonNode array) {
        return KEYS.stream().filter(key -> array.path(0).hasNonNull(key)).findFirst().orElse(null);
    }

    private void named(String path, JsonNode expected, JsonNode actual, String key) {
        expected.forEach(item -> {
            var name = item.path(key).asText();
            var same = find(actual, key, name);
            if (same == null) {
                differ(path + "[" + name + "]", "present", ABSENT);
            } else {
                objects(path + "[" + name + "]", item, same);
            }
        });
        actual.forEach(item -> onlyRunning(path, item.path(key).asText(), find(expected, key, item.path(key).asText())));
    }

    private void onlyRunning(String path, String name, JsonNode inFile) {
        var isOfThisKind = !name.isEmpty();
        if (isOfThisKind && inFile == null && !MADE_BY_KEYCLOAK.contains(name)) {
            differ(path + "[" + name + "]", ABSENT, "present");
        }
    }

    private static JsonNode find(JsonNode array, String key, String name) {
        return StreamSupport.stream(array.spliterator(), false).filter(item -> item.path(key).asText().equals(name)).findFirst().orElse(null);
    }

    private void sets(String path, JsonNode expected, JsonNode actual) {
        var should = texts(expected);
        var is = texts(actual);
        if (!should.equals(is)) {
            differ(path, should.toString(), is.toString());
        }
    }

    private Set<String> texts(JsonNode array) {
        var texts = new TreeSet<String>();
        array.forEach(item -> texts.add(canonical(item)));
        return texts;
    }

    private void values(String path, JsonNode expected, JsonNode actual) {
        var should = canonical(expected);
        var is = actual.isMissingNode() ? absentFor(should) : canonical(actual);
        if (!should.equals(is)) {
            differ(path, should, is);
        }
    }

    /** Keycloak leaves some switches out of its export while they are off. */
    private static String absentFor(String should) {
        return should.equals("false") ? should : ABSENT;
    }

    /** Placeholders filled; a text that is itself JSON (the user profile) is compared by its meaning, not by its spaces. */
    private String canonical(JsonNode value) {
        var text = value.isValueNode() ? value.asText() : value.toString();
        for (var placeholder : placeholders.entrySet()) {
            text = text.replace("${" + placeholder.getKey() + "}", placeholder.getValue());
        }
        return text.startsWith("{") ? sorted(text) : text;
    }

    private static String sorted(String json) {
        try {
            var tree = JSON.readValue(json, Object.class);
            return JSON.writer(com.fasterxml.jackson.databind.SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).writeValueAsString(tree);
        } catch (JsonProcessingException e) {
            return json;
        }
    }

    /** Whoever signs in elsewhere must not become a person here (two-persons.md 5, identity-provider impersonation). */
    private void identityProviders(JsonNode running) {
        running.path("identityProviders").forEach(provider -> onlyRunning("identityProviders", provider.path("alias").asText(), null));
    }

    private void differ(String setting, String expected, String actual) {
        differences.add(new Difference(setting, expected, actual));
    }
}
