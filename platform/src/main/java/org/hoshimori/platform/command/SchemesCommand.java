package org.hoshimori.platform.command;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.hoshimori.rules.Edition;
import org.hoshimori.rules.Json;
import org.hoshimori.rules.Level;
import org.hoshimori.rules.Schemes;
import org.hoshimori.rules.Text;
import picocli.CommandLine;

/// `hoshimori schemes`: what the application can evaluate.
@CommandLine.Command(name = "schemes", mixinStandardHelpOptions = true)
final class SchemesCommand implements Callable<Integer> {
    private final Console console;

    @CommandLine.Option(names = "--json")
    private boolean asJson;

    SchemesCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Optional<Schemes> schemes = SchemeChoice.schemes(console);
        if (schemes.isEmpty()) {
            return Command.WRONG;
        }
        if (asJson) {
            Json json = new Json().array();
            schemes.get().editions().forEach(edition -> write(edition, json));
            console.out().println(json.end());
        } else {
            schemes.get().editions().forEach(this::print);
        }
        return Command.YES;
    }

    private void write(Edition edition, Json json) {
        json.object()
                .put("scheme", edition.scheme())
                .put("edition", edition.id())
                .put("status", edition.header().status().code())
                .put("title", console.say(edition.header().title()))
                .put("valid_from", edition.header().validFrom().toString());
        if (edition.header().validTo() != null) {
            json.put("valid_to", edition.header().validTo().toString());
        }
        json.key("levels").array();
        for (Level level : edition.levels()) {
            json.object()
                    .put("level", level.id())
                    .put("title", console.say(level.title()))
                    .put("requirements", edition.requirementsOf(level.id()).size())
                    .put("criteria", edition.criteriaOf(level.id()).size())
                    .put("validity_months", level.validityMonths())
                    .put("assurance", console.say(level.assurance()))
                    .end();
        }
        json.end().put("rule", edition.rule()).end();
    }

    private void print(Edition edition) {
        console.out()
                .println(
                        edition.scheme()
                                + " "
                                + edition.id()
                                + " ("
                                + edition.header().status().code()
                                + ") "
                                + console.say(edition.header().title()));
        for (Level level : edition.levels()) {
            int requirements = edition.requirementsOf(level.id()).size();
            int criteria = edition.criteriaOf(level.id()).size();
            console.line(
                    new Text(
                            "  %s: 要求事項 %d、評価基準 %d、有効期間 %dか月。%s"
                                    .formatted(
                                            level.title().ja(),
                                            requirements,
                                            criteria,
                                            level.validityMonths(),
                                            level.assurance().ja()),
                            "  %s: %d requirements, %d criteria, valid %d months. %s"
                                    .formatted(
                                            level.title().en(),
                                            requirements,
                                            criteria,
                                            level.validityMonths(),
                                            level.assurance().en())));
        }
    }
}
