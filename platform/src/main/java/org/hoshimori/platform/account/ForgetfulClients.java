package org.hoshimori.platform.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;

/// Keeps no access token: the provider says who somebody is, and we ask it nothing else.
final class ForgetfulClients implements OAuth2AuthorizedClientRepository {

    @Override
    public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
            String registration, @Nullable Authentication person, HttpServletRequest request) {
        return null;
    }

    @Override
    public void saveAuthorizedClient(
            OAuth2AuthorizedClient client,
            @Nullable Authentication person,
            HttpServletRequest request,
            HttpServletResponse response) {
        // On purpose: see above.
    }

    @Override
    public void removeAuthorizedClient(
            String registration,
            @Nullable Authentication person,
            HttpServletRequest request,
            HttpServletResponse response) {
        // Nothing was kept.
    }
}
