package org.hoshimori.platform.certificate;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Who issues certificates here.
///
/// @param nameJa the operator's name on certificates, in Japanese
/// @param nameEn the same in English
/// @param key the private key as a JWK (ES256 with a `kid`); empty: the file `issuer.key` in the
///   data folder, made at the first start
@ConfigurationProperties("hoshimori.issuer")
record IssuerSettings(
        @DefaultValue("星守 制度運営") String nameJa,
        @DefaultValue("Hoshimori scheme operator") String nameEn,
        @DefaultValue("") String key) {}
