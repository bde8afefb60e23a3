package org.hoshimori.platform.account;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// An outside OpenID Connect provider, of the GビズID kind; none unless the issuer is set.
///
/// @param issuer its address (OpenID Connect Discovery 1.0)
/// @param nameJa what the button says in Japanese
/// @param nameEn what the button says in English
@ConfigurationProperties("hoshimori.oidc")
record OutsideSettings(
        @DefaultValue("") String issuer,
        @DefaultValue("") String clientId,
        @DefaultValue("") String clientSecret,
        @DefaultValue("外部アカウント") String nameJa,
        @DefaultValue("your other account") String nameEn) {

    OutsideSettings {
        if (!issuer.isBlank() && (clientId.isBlank() || clientSecret.isBlank())) {
            throw new IllegalArgumentException(
                    "hoshimori.oidc: an issuer needs client-id and client-secret");
        }
    }

    boolean set() {
        return !issuer.isBlank();
    }
}
