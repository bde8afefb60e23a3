package org.hoshimori.platform.web;

import java.util.List;
import org.hoshimori.pages.StaticTemplates;
import org.hoshimori.pages.Templates;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Hands frames to controllers and remembers the language.
@Configuration(proxyBeanMethods = false)
class WebSetUp implements WebMvcConfigurer {

    private final Frames frames;
    private final Languages languages;

    WebSetUp(Frames frames, Languages languages) {
        this.frames = frames;
        this.languages = languages;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(frames);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(languages);
    }

    /// Every page, typed: a template's parameters are a method's.
    @Bean
    Templates templates() {
        return new StaticTemplates();
    }

    @Bean
    OpenPaths webPaths() {
        return OpenPaths.of("/", "/assets/**", "/error", "/favicon.ico", "/api/v1/openapi.json");
    }
}
