package org.hoshimori.platform;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.core.ApplicationModules;

/// The rules of the house (CONTRIBUTING.md), each with its reason.
class HouseRulesTests {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("org.hoshimori.platform");

    @Test
    void modulesDependDownwardsOnlyAndEnterEachOtherByTheirDoors() {
        ApplicationModules.of(Platform.class).verify();
    }

    @Test
    void namesSayWhatAThingIs() {
        noClasses()
                .should()
                .haveNameMatching(
                        ".*(Manager|Helper|Util|Utils|Impl|Dto|DTO|Service|Abstract|Base|Info|Data)(\\$.*)?")
                .because("these words say nothing about the domain (docs/vocabulary.md)")
                .check(CLASSES);
    }

    @Test
    void momentsAreInstants() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .areAssignableTo(LocalDateTime.class)
                .because("a time without a zone is not a moment; legal days are LocalDate in Tokyo")
                .check(CLASSES);
    }

    @Test
    void nobodyReadsTheClockBehindOurBack() {
        noClasses()
                .that()
                .haveSimpleNameNotContaining("Postgres")
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(java.time.LocalDate.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .because("time comes from the injected Clock, so that a test can move it")
                .check(CLASSES);
    }

    @Test
    void nothingIsInjectedIntoFields() {
        noFields()
                .should()
                .beAnnotatedWith(Autowired.class)
                .because("constructors show what a class needs")
                .check(CLASSES);
        fields().that()
                .areStatic()
                .should()
                .beFinal()
                .because("there is no static state")
                .check(CLASSES);
    }

    @Test
    void controllersStayInsideTheirModule() {
        classes()
                .that()
                .haveSimpleNameEndingWith("Pages")
                .or()
                .haveSimpleNameEndingWith("Api")
                .should()
                .bePackagePrivate()
                .because("another module talks to the door, not to a page")
                .check(CLASSES);
    }

    @Test
    void everyPackageSaysInOneSentenceWhatLivesThere() throws IOException {
        for (String module : List.of("log", "rules", "platform")) {
            try (Stream<Path> folders =
                    Files.walk(ROOT.resolve(module + "/src/main/java"))
                            .filter(Files::isDirectory)) {
                for (Path folder : folders.toList()) {
                    if (javaFiles(folder).isEmpty()) {
                        continue;
                    }
                    assertThat(folder.resolve("package-info.java"))
                            .exists()
                            .content()
                            .startsWith("///")
                            .contains("@NullMarked");
                }
            }
        }
    }

    @Test
    void formsCarryTheirToken() throws IOException {
        var bare = new TreeSet<String>();
        try (Stream<Path> templates =
                Files.walk(Path.of("src/main/jte")).filter(Files::isRegularFile)) {
            for (Path template : templates.toList()) {
                var form =
                        Pattern.compile(
                                        "<form[^>]*method=\"post\"[^>]*>(?!\\s*<input type=\"hidden\" name=\"_csrf\")")
                                .matcher(Files.readString(template));
                if (form.find()) {
                    bare.add(template + ": " + form.group());
                }
            }
        }
        assertThat(bare).as("use @template.web.form, which adds the token").isEmpty();
    }

    @Test
    void nothingIsInlineInPages() throws IOException {
        var inline = Pattern.compile("\\s(style|on[a-z]+)=\"|<style|<script(?![^>]*\\ssrc=)");
        try (Stream<Path> templates =
                Files.walk(Path.of("src/main/jte")).filter(Files::isRegularFile)) {
            for (Path template :
                    templates.filter(path -> !path.toString().contains("/pdf/")).toList()) {
                assertThat(inline.matcher(Files.readString(template)).find())
                        .as("inline style or script in " + template)
                        .isFalse();
            }
        }
    }

    @Test
    void linksInTheDocumentsLeadSomewhere() throws IOException {
        var link = Pattern.compile("\\]\\((?!https?:|mailto:|#)([^)#\\s]+)(#[^)]*)?\\)");
        var dead = new TreeSet<String>();
        try (Stream<Path> documents =
                Stream.concat(
                        Files.list(ROOT).filter(path -> path.toString().endsWith(".md")),
                        Files.walk(ROOT.resolve("docs"))
                                .filter(path -> path.toString().endsWith(".md")))) {
            for (Path document : documents.toList()) {
                var found = link.matcher(Files.readString(document));
                while (found.find()) {
                    if (!Files.exists(document.resolveSibling(found.group(1)).normalize())) {
                        dead.add(ROOT.relativize(document) + " -> " + found.group(1));
                    }
                }
            }
        }
        assertThat(dead).isEmpty();
    }

    private static List<Path> javaFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(path -> path.toString().endsWith(".java"))
                    .filter(path -> !path.endsWith("module-info.java"))
                    .toList();
        }
    }
}
