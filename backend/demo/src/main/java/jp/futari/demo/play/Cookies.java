package jp.futari.demo.play;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** 一つのブラウザーのクッキー, kept apart for each address. On this machine's own address secure cookies travel without TLS, as in every browser. */
final class Cookies {

    private final Map<String, Map<String, String>> byAuthority = new LinkedHashMap<>();

    synchronized void keep(URI from, HttpHeaders answer) {
        answer.allValues("Set-Cookie").forEach(line -> keep(from, line));
    }

    private void keep(URI from, String line) {
        var pair = line.split(";", 2)[0].split("=", 2);
        var ofSite = byAuthority.computeIfAbsent(from.getAuthority(), site -> new LinkedHashMap<>());
        if (pair.length < 2 || pair[1].isEmpty() || line.matches("(?i).*;\\s*max-age=0(;.*|$)")) {
            ofSite.remove(pair[0].strip());
        } else {
            ofSite.put(pair[0].strip(), pair[1].strip());
        }
    }

    synchronized void put(URI site, String name, String value) {
        byAuthority.computeIfAbsent(site.getAuthority(), key -> new LinkedHashMap<>()).put(name, value);
    }

    synchronized String of(URI site, String name) {
        return byAuthority.getOrDefault(site.getAuthority(), Map.of()).get(name);
    }

    /** The request's header; empty when there is nothing to send. */
    synchronized String header(URI to) {
        return byAuthority.getOrDefault(to.getAuthority(), Map.of()).entrySet().stream().map(cookie -> cookie.getKey() + "=" + cookie.getValue()).collect(Collectors.joining("; "));
    }
}
