package jp.futari.access;

import java.util.Optional;
import jp.futari.audit.spi.ActorSource;
import org.springframework.stereotype.Component;

/** Tells the record who acts: the person of the session, with session and terminal (AUTH-17). */
@Component
class RecordedActor implements ActorSource {

    private final CurrentOfficer currentOfficer;

    RecordedActor(CurrentOfficer currentOfficer) {
        this.currentOfficer = currentOfficer;
    }

    @Override
    public Optional<Actor> current() {
        return currentOfficer.find()
                .map(person -> new Actor(person.officer().no(), person.terminalNo(), person.sessionRef().toString()));
    }
}
