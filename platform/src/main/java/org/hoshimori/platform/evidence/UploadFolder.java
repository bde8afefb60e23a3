package org.hoshimori.platform.evidence;

import jakarta.servlet.MultipartConfigElement;
import org.springframework.boot.servlet.autoconfigure.MultipartProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Lets the server lay arriving parts aside where the sweep looks: in the system's temporary folder
/// a kill would leave a half of somebody's evidence for ever.
@Configuration(proxyBeanMethods = false)
class UploadFolder {

    @Bean
    MultipartConfigElement multipartConfigElement(MultipartProperties settings, Incoming incoming) {
        MultipartConfigElement limits = settings.createMultipartConfig();
        return new MultipartConfigElement(
                incoming.folder().toString(),
                limits.getMaxFileSize(),
                limits.getMaxRequestSize(),
                limits.getFileSizeThreshold());
    }
}
