package org.hoshimori.platform;

import java.util.ArrayList;
import java.util.List;
import org.hoshimori.platform.command.Command;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.modulith.Modulithic;
import org.springframework.scheduling.annotation.EnableScheduling;

/// The one program: `serve` and `demo` start the web application. Beans go by their full class
/// names, so that two modules may call their own things alike.
@SpringBootApplication(
        proxyBeanMethods = false,
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@ConfigurationPropertiesScan
@EnableScheduling
@Modulithic(systemName = "Hoshimori")
public class Platform {

    Platform() {}

    /// @param args `serve`, `demo`, or Spring's own `--property=value` arguments after them; all
    ///   else is a command and needs no Spring
    public static void main(String[] args) {
        if (Command.understands(List.of(args))) {
            System.exit(Command.run(List.of(args)));
        }
        List<String> rest = new ArrayList<>(List.of(args));
        String verb =
                rest.isEmpty() || rest.getFirst().startsWith("--") ? "serve" : rest.removeFirst();
        var application = new SpringApplication(Platform.class);
        if (verb.equals("demo")) {
            application.setAdditionalProfiles("demo");
        }
        application.run(rest.toArray(String[]::new));
    }
}
