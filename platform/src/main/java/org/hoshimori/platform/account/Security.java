package org.hoshimori.platform.account;

import java.util.List;
import org.hoshimori.platform.web.OpenPaths;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/// Which doors of the web are open to all, and the headers every response carries.
@Configuration(proxyBeanMethods = false)
class Security {

    /// No script, style, frame or request from anywhere but here; nothing inline.
    static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; "
                    + "font-src 'self'; media-src 'self' blob:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    @Bean
    SecurityFilterChain chain(HttpSecurity http, List<OpenPaths> open) {
        String[] paths =
                open.stream().flatMap(some -> some.patterns().stream()).toArray(String[]::new);
        return http.authorizeHttpRequests(requests ->
                        requests.requestMatchers(paths).permitAll().anyRequest().authenticated())
                .headers(headers ->
                        headers.contentSecurityPolicy(
                                        policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                                .referrerPolicy(referrer ->
                                        referrer.policy(
                                                org.springframework.security.web.header.writers
                                                        .ReferrerPolicyHeaderWriter.ReferrerPolicy
                                                        .SAME_ORIGIN))
                                .permissionsPolicyHeader(permissions ->
                                        permissions.policy(
                                                "camera=(self), geolocation=(), microphone=(), publickey-credentials-get=(self), "
                                                        + "publickey-credentials-create=(self)")))
                .build();
    }
}
