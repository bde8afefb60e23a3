package org.hoshimori.platform.account;

import java.util.List;
import org.hoshimori.platform.web.OpenPaths;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.authentication.session.CompositeSessionAuthenticationStrategy;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.NullRequestCache;

/// Which doors of the web are open to all, and the headers every response carries. What no module
/// opened needs a person.
@Configuration(proxyBeanMethods = false)
class Security {

    /// No script, style, frame or request from anywhere but here; nothing inline.
    static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; "
                    + "font-src 'self'; media-src 'self' blob:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    static final String PERMISSIONS =
            "camera=(self), geolocation=(), microphone=(), publickey-credentials-get=(self), publickey-credentials-create=(self)";

    @Bean
    SecurityFilterChain chain(
            HttpSecurity http,
            List<OpenPaths> open,
            CsrfTokenRepository tokens,
            SecurityContextRepository contexts,
            Doorkeeper doorkeeper,
            ObjectProvider<OutsideSignIn> outside) {
        String[] paths =
                open.stream().flatMap(some -> some.patterns().stream()).toArray(String[]::new);
        http.authorizeHttpRequests(requests ->
                        requests.requestMatchers(paths).permitAll().anyRequest().authenticated())
                .csrf(csrf -> csrf.csrfTokenRepository(tokens))
                // Remembering a refused request would give strangers a session; the sign-in page
                // gets the path instead.
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .securityContext(context -> context.securityContextRepository(contexts))
                .exceptionHandling(refused -> refused.authenticationEntryPoint(doorkeeper))
                .logout(logout ->
                        logout.logoutUrl("/sign-out")
                                .logoutSuccessUrl("/")
                                .deleteCookies("session"))
                .headers(headers ->
                        headers.contentSecurityPolicy(
                                        policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                                .referrerPolicy(
                                        referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                                .permissionsPolicyHeader(
                                        permissions -> permissions.policy(PERMISSIONS)));
        OutsideSignIn provider = outside.getIfAvailable();
        if (provider != null) {
            http.oauth2Login(provider::configure);
        }
        return http.build();
    }

    /// A NUL is no text: PostgreSQL keeps none, so nobody may send one (400).
    @Bean
    HttpFirewall firewall() {
        var firewall = new StrictHttpFirewall();
        firewall.setAllowedParameterValues(value -> value.indexOf('\0') < 0);
        return firewall;
    }

    /// The form token lives in a cookie, so that a page without a person needs no session; pages
    /// carry it in their forms, so that scripts need not read the cookie.
    @Bean
    CsrfTokenRepository formTokens(PublicAddress address) {
        var tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName(address.encrypted() ? "__Host-form" : "form");
        tokens.setHeaderName("X-CSRF-TOKEN");
        tokens.setCookiePath("/");
        tokens.setCookieCustomizer(
                cookie -> cookie.httpOnly(true).secure(address.encrypted()).sameSite("Lax"));
        return tokens;
    }

    @Bean
    SecurityContextRepository securityContexts() {
        return new HttpSessionSecurityContextRepository();
    }

    /// Who signs in gets a new session number and a new form token (session fixation, CWE-384).
    @Bean
    SessionAuthenticationStrategy freshSession(CsrfTokenRepository tokens) {
        return new CompositeSessionAuthenticationStrategy(
                List.of(
                        new ChangeSessionIdAuthenticationStrategy(),
                        new CsrfAuthenticationStrategy(tokens)));
    }

    @Bean
    OpenPaths accountPaths() {
        return OpenPaths.of("/sign-in", "/sign-in/**", "/sign-up");
    }
}
