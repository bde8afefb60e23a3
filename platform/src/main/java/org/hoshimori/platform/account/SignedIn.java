package org.hoshimori.platform.account;

import java.io.Serial;
import java.util.List;
import java.util.UUID;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/// What a session remembers of a person: the account's number and nothing else.
final class SignedIn extends AbstractAuthenticationToken {

    @Serial private static final long serialVersionUID = 1L;

    private final UUID account;

    SignedIn(AccountId account) {
        super(List.of());
        this.account = account.value();
        super.setAuthenticated(true);
    }

    AccountId account() {
        return new AccountId(account);
    }

    @Override
    public String getName() {
        return account.toString();
    }

    @Override
    public Object getPrincipal() {
        return getName();
    }

    @Override
    public Object getCredentials() {
        return "";
    }
}
