package org.hoshimori.platform.command;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.hoshimori.rules.Edition;
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
            console.out().println(schemes.get().json(console.locale()));
        } else {
            schemes.get().editions().forEach(this::print);
        }
        return Command.YES;
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
            String validity =
                    level.validityMonths() == null ? "–" : level.validityMonths().toString();
            int requirements = edition.requirementCount(level.id());
            int criteria = edition.criterionCount(level.id());
            console.line(
                    new Text(
                            "  %s: 要求事項 %d、評価基準 %d、有効期間 %sか月。%s"
                                    .formatted(
                                            level.title().ja(),
                                            requirements,
                                            criteria,
                                            validity,
                                            level.assurance().ja()),
                            "  %s: %d requirements, %d criteria, valid %s months. %s"
                                    .formatted(
                                            level.title().en(),
                                            requirements,
                                            criteria,
                                            validity,
                                            level.assurance().en())));
        }
    }
}
