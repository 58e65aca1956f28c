package jp.futari.access;

import java.util.Optional;
import jp.futari.shared.Refused;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** いま操作している職員: the authenticated person of the session, and nobody else (two-persons.md, law 4). */
@Component
public class CurrentOfficer {

    /** @throws Refused 401 {@code access.signed-out} when nobody is signed in */
    public SignedIn get() {
        return find().orElseThrow(() -> Refused.signIn("access.signed-out"));
    }

    public Optional<SignedIn> find() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof SignedInAuthentication person
                ? Optional.of(person.getPrincipal())
                : Optional.empty();
    }
}
