package org.hoshimori.platform.demo;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/// What only the demo has.
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class Demo {

    @Bean
    SampleClock sampleClock() {
        return new SampleClock();
    }
}
