package org.hoshimori.platform.api;

import java.io.Serial;
import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/// The proof that a request came with a token, for as long as the request lasts.
final class Proven extends AbstractAuthenticationToken {

    @Serial private static final long serialVersionUID = 1L;

    private final transient Caller caller;

    Proven(Caller caller) {
        super(List.of(new SimpleGrantedAuthority(caller.token().access().code())));
        this.caller = caller;
        super.setAuthenticated(true);
    }

    Caller caller() {
        return caller;
    }

    @Override
    public Object getPrincipal() {
        return caller.token().id();
    }

    @Override
    public Object getCredentials() {
        return "";
    }
}
