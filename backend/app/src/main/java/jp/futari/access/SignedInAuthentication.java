package jp.futari.access;

import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** The person of this request in Spring Security's words. It carries no authority: rights are read from the register when they are needed. */
public final class SignedInAuthentication extends AbstractAuthenticationToken {

    private final transient SignedIn signedIn;

    public SignedInAuthentication(SignedIn signedIn) {
        super(List.of());
        this.signedIn = signedIn;
        setAuthenticated(true);
    }

    @Override
    public SignedIn getPrincipal() {
        return signedIn;
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public String getName() {
        return signedIn.officer().no();
    }
}
