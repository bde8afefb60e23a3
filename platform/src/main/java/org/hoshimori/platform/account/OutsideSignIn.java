package org.hoshimori.platform.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Objects;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.oauth2.client.OAuth2LoginConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/// Signing in by the outside OpenID Connect provider: authorization code flow; the id token is
/// verified by Spring Security. Wired only when the provider is set.
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("hoshimori.oidc.issuer")
class OutsideSignIn {

    static final String GO = "/sign-in/outside/go";
    static final String RETURN = "/sign-in/outside/return";
    static final String THEN = "outside-then";
    private static final String REGISTRATION = "provider";

    private final OutsideAccounts accounts;
    private final SignIns signIns;

    OutsideSignIn(OutsideAccounts accounts, SignIns signIns) {
        this.accounts = accounts;
        this.signIns = signIns;
    }

    void configure(OAuth2LoginConfigurer<HttpSecurity> login) {
        login.loginPage("/sign-in")
                .authorizationEndpoint(endpoint -> endpoint.baseUri(GO))
                .redirectionEndpoint(endpoint -> endpoint.baseUri(RETURN + "/*"))
                .successHandler(this::entered)
                .failureHandler((request, response, refused) ->
                        response.sendRedirect("/sign-in?refused=failed"));
    }

    /// The provider is asked who it is when first needed: it may be down while we start.
    @Bean
    ClientRegistrationRepository provider(OutsideSettings settings, PublicAddress address) {
        return new SupplierClientRegistrationRepository(
                () -> new InMemoryClientRegistrationRepository(registration(settings, address)));
    }

    @Bean
    OAuth2AuthorizedClientRepository noAccessTokens() {
        return new ForgetfulClients();
    }

    private static ClientRegistration registration(
            OutsideSettings settings, PublicAddress address) {
        return ClientRegistrations.fromIssuerLocation(settings.issuer())
                .registrationId(REGISTRATION)
                .clientId(settings.clientId())
                .clientSecret(settings.clientSecret())
                .scope("openid", "email", "profile")
                .redirectUri(address.link(RETURN + "/" + REGISTRATION))
                .build();
    }

    private void entered(
            HttpServletRequest request, HttpServletResponse response, Authentication outside)
            throws IOException {
        HttpSession session = request.getSession();
        LocalPath then =
                LocalPath.of(session.getAttribute(THEN) instanceof String path ? path : null);
        session.removeAttribute(THEN);
        switch (accounts.of((OidcUser) Objects.requireNonNull(outside.getPrincipal()))) {
            case OutsideAccounts.Person.Known(AccountId id) -> {
                signIns.begin(id, SignIns.Way.OUTSIDE, request, response);
                response.sendRedirect(then.value());
            }
            case OutsideAccounts.Person.WithoutAddress _ -> {
                // The provider knows the person, we do not: nobody is signed in.
                session.invalidate();
                response.sendRedirect("/sign-in?refused=address");
            }
        }
    }
}
