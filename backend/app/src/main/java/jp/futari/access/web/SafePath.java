package jp.futari.access.web;

import java.net.URI;
import java.util.Optional;

/** Where to go after sign-in: a path of this application, never another site (open redirect). */
final class SafePath {

    private SafePath() {
    }

    static Optional<String> of(String next) {
        if (next == null || next.length() > 500 || !next.matches("/(?![/\\\\])[\\x21-\\x7E&&[^\\\\]]*")) {
            return Optional.empty();
        }
        try {
            URI uri = URI.create(next);
            boolean stays = uri.getScheme() == null && uri.getRawAuthority() == null && !uri.normalize().getRawPath().startsWith("//");
            boolean leadsBack = next.startsWith("/login") || next.startsWith("/logout") || next.startsWith("/terminal/") || next.startsWith("/api/");
            return stays && !leadsBack ? Optional.of(next) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
