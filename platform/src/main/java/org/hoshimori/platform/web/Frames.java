package org.hoshimori.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/// Makes the frame of a request.
@Component
public class Frames implements HandlerMethodArgumentResolver {

    private final Words words;
    private final Languages languages;
    private final ObjectProvider<Visitors> visitors;
    private final ObjectProvider<ResourceUrlProvider> assets;
    private final boolean demo;

    Frames(
            Words words,
            Languages languages,
            ObjectProvider<Visitors> visitors,
            ObjectProvider<ResourceUrlProvider> assets,
            @Value("${hoshimori.demo:false}") boolean demo) {
        this.words = words;
        this.languages = languages;
        this.visitors = visitors;
        this.assets = assets;
        this.demo = demo;
    }

    public Frame of(HttpServletRequest request) {
        Visitors known = visitors.getIfAvailable();
        return new Frame(
                request,
                languages.of(request),
                words,
                () -> known == null ? Optional.empty() : known.visiting(request),
                assets.getObject(),
                demo);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Frame.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        return of(
                java.util.Objects.requireNonNull(
                        request.getNativeRequest(HttpServletRequest.class)));
    }
}
