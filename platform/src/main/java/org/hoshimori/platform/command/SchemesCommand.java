package org.hoshimori.platform.command;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.hoshimori.rules.Deadline;
import org.hoshimori.rules.Edition;
import org.hoshimori.rules.Json;
import org.hoshimori.rules.Level;
import org.hoshimori.rules.Schemes;
import org.hoshimori.rules.Setting;
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
                    .put("requirements", edition.requirementCount(level.id()))
                    .put("criteria", edition.criterionCount(level.id()));
            if (level.validityMonths() == null) {
                json.putNull("validity_months");
            } else {
                json.put("validity_months", level.validityMonths());
            }
            json.put("assurance", console.say(level.assurance()))
                    .put("rule", level.rule().code())
                    .end();
        }
        settings(edition, json.end());
        deadlines(edition, json);
        json.put("rule", edition.rule()).end();
    }

    private void settings(Edition edition, Json json) {
        json.key("settings").array();
        for (Setting setting : edition.settings()) {
            json.object()
                    .put("id", setting.id())
                    .put("value", setting.value())
                    .put("title", console.say(setting.title()))
                    .put("confidence", setting.confidence().name())
                    .end();
        }
        json.end();
    }

    private void deadlines(Edition edition, Json json) {
        json.key("deadlines").array();
        for (Deadline deadline : edition.deadlines()) {
            json.object().put("id", deadline.id());
            if (deadline.level() != null) {
                json.put("level", deadline.level());
            }
            json.put("number", deadline.span().number())
                    .put("unit", deadline.span().unit().code())
                    .put("repeats", deadline.repeats())
                    .put("from", console.say(deadline.from()))
                    .put("title", console.say(deadline.title()))
                    .put("confidence", deadline.confidence().name())
                    .end();
        }
        json.end();
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
