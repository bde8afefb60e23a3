package org.hoshimori.platform.assurance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;

/// Reads the rules for experts once at the start: the instance's own file when it lies in
/// `DATA/schemes/scs/assurance/experts.yaml`, else the one that ships.
@Configuration(proxyBeanMethods = false)
class AssuranceSetUp {

    private static final String FILE = "schemes/scs/assurance/experts.yaml";

    @Bean
    ExpertRules expertRules(@Value("${hoshimori.data}") Path data) {
        Path own = data.resolve(FILE);
        try {
            return Files.exists(own)
                    ? good(ExpertRulesFile.read(own.toString(), Files.readAllBytes(own)))
                    : good(
                            ExpertRulesFile.read(
                                    FILE, new ClassPathResource(FILE).getContentAsByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException("the rules for experts cannot be read", e);
        }
    }

    private static ExpertRules good(ExpertRulesFile.Read read) {
        return switch (read) {
            case ExpertRulesFile.Read.Good(ExpertRules rules) -> rules;
            case ExpertRulesFile.Read.Bad bad -> throw new IllegalStateException(bad.lines());
        };
    }
}
