package jp.futari.access.web;

import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** 覆われた画面: somebody signed in here and left the seat. May see the empty frame of the application and be identified again; nothing else. */
final class CoveredAuthentication extends AbstractAuthenticationToken {

    CoveredAuthentication() {
        super(List.of());
        setAuthenticated(true);
    }

    @Override
    public Object getPrincipal() {
        return "covered";
    }

    @Override
    public Object getCredentials() {
        return "";
    }
}
