package org.hoshimori.platform.register;

import org.hoshimori.platform.web.OpenPaths;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The register is public: every page and every address of its API is open to all.
@Configuration(proxyBeanMethods = false)
class OpenRegister {

    @Bean
    OpenPaths registerPaths() {
        return OpenPaths.of("/register", "/register/**", "/api/v1/register/**");
    }
}
