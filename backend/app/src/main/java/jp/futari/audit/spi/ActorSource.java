package jp.futari.audit.spi;

import java.util.Optional;

/** Tells the record who acts in this request; implemented by {@code access}. Empty for the engine's own threads. */
public interface ActorSource {

    Optional<Actor> current();

    /** @param session reference of the staff session (not the cookie) */
    record Actor(String officer, String terminal, String session) {
    }
}
