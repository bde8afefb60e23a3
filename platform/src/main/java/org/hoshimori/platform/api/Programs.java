package org.hoshimori.platform.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.hoshimori.platform.web.OpenPaths;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/// The guard of programs, apart from that of people: no session, no cookie and no form token, and
/// therefore nothing that a page elsewhere could make a browser send along.
@Configuration(proxyBeanMethods = false)
class Programs {

    private static final Set<String> READING = Set.of("GET", "HEAD");

    /// Everything below `/api/` that no module opened to all.
    @Bean
    @Order(0)
    SecurityFilterChain programs(
            HttpSecurity http, List<OpenPaths> open, Tokens tokens, Problems problems) {
        var doorway = new Doorway(tokens, problems);
        List<RequestMatcher> openToAll =
                open.stream()
                        .flatMap(some -> some.patterns().stream())
                        .<RequestMatcher>map(PathPatternRequestMatcher.withDefaults()::matcher)
                        .toList();
        return http.securityMatcher(
                        new AndRequestMatcher(
                                PathPatternRequestMatcher.withDefaults().matcher("/api/**"),
                                new NegatedRequestMatcher(new OrRequestMatcher(openToAll))))
                .addFilterBefore(doorway, AnonymousAuthenticationFilter.class)
                .authorizeHttpRequests(requests ->
                        requests.requestMatchers(Programs::reads)
                                .hasAnyAuthority(
                                        Stream.of(Access.values())
                                                .map(Access::code)
                                                .toArray(String[]::new))
                                .anyRequest()
                                .hasAuthority(Access.WRITE.code()))
                .exceptionHandling(refused ->
                        refused.authenticationEntryPoint(doorway).accessDeniedHandler(doorway))
                .sessionManagement(
                        sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(headers ->
                        headers.contentSecurityPolicy(policy ->
                                policy.policyDirectives(
                                        "default-src 'none'; frame-ancestors 'none'")))
                .build();
    }

    static boolean reads(HttpServletRequest request) {
        return READING.contains(request.getMethod());
    }
}
