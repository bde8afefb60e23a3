package org.hoshimori.platform.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.hoshimori.rules.Answers;
import org.hoshimori.rules.Bands;
import org.hoshimori.rules.Crosswalk;
import org.hoshimori.rules.Crosswalks;
import org.hoshimori.rules.Edition;
import org.hoshimori.rules.Json;
import org.hoshimori.rules.Schemes;
import org.hoshimori.rules.Text;
import org.hoshimori.rules.crosswalk.Credits;
import org.hoshimori.rules.crosswalk.Suggestion;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/// `hoshimori crosswalk`: what answers to some schemes suggest for another; without `--to`, which
/// crosswalks there are. Suggestions only: nothing is answered by it.
@CommandLine.Command(name = "crosswalk", mixinStandardHelpOptions = true)
final class CrosswalkCommand implements Callable<Integer> {
    private final Console console;

    @CommandLine.Option(names = "--from", paramLabel = "SCHEME=FILE")
    private Map<String, Path> from = new LinkedHashMap<>();

    @CommandLine.Option(names = "--to", paramLabel = "SCHEME")
    private @Nullable String to;

    @CommandLine.Option(names = "--bands")
    private boolean bands;

    @CommandLine.Option(names = "--json")
    private boolean asJson;

    CrosswalkCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Optional<Crosswalks> known = SchemeChoice.schemes(console).flatMap(this::crosswalks);
        if (known.isEmpty()) {
            return Command.WRONG;
        }
        if (bands) {
            known.get().bands().forEach(this::show);
            return Command.YES;
        }
        if (to == null) {
            if (!from.isEmpty()) {
                console.fault(
                        new Text("--to で対象の制度を指定してください", "--to is missing: for which scheme?"));
                return Command.WRONG;
            }
            show(known.get().list());
            return Command.YES;
        }
        Map<Edition, Answers> answered = new LinkedHashMap<>();
        for (Map.Entry<String, Path> each : from.entrySet()) {
            SchemeChoice choice = new SchemeChoice(console, each.getKey());
            Optional<Edition> edition = choice.edition();
            Optional<Answers> answers =
                    edition.flatMap(e -> choice.answers(each.getValue(), e)).map(r -> r.answers());
            if (answers.isEmpty()) {
                return Command.WRONG;
            }
            answered.put(edition.get(), answers.get());
        }
        Optional<Edition> wanted = new SchemeChoice(console, to).edition();
        if (wanted.isEmpty()) {
            return Command.WRONG;
        }
        suggest(new Credits(known.get().list()).suggest(answered, wanted.get()), wanted.get());
        return Command.YES;
    }

    private Optional<Crosswalks> crosswalks(Schemes schemes) {
        try {
            return switch (Crosswalks.carried(console.data().resolve("schemes"), schemes)) {
                case Crosswalks.Reading.Read read -> Optional.of(read.crosswalks());
                case Crosswalks.Reading.Refused refused -> {
                    refused.faults().forEach(fault -> console.fault(fault.in(console.locale())));
                    yield Optional.empty();
                }
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void suggest(List<Suggestion> suggestions, Edition wanted) {
        if (!asJson) {
            suggestions.forEach(this::show);
            console.line(
                    new Text(
                            suggestions.size() + "件の候補です。どれも人が確かめるまで回答にはなりません。",
                            suggestions.size()
                                    + " suggestions; none is an answer until somebody has looked at"
                                    + " it."));
            return;
        }
        Json json = new Json();
        json.object().put("to", wanted.rule()).key("suggestions").array();
        for (Suggestion suggestion : suggestions) {
            json.object()
                    .put("id", suggestion.target())
                    .put("suggested", suggestion.value().code())
                    .put("strength", suggestion.strength())
                    .key("path")
                    .array();
            for (Suggestion.Hop hop : suggestion.path()) {
                json.object()
                        .put("scheme", hop.scheme())
                        .put("id", hop.id())
                        .put("relation", hop.relation().code())
                        .put("strength", hop.strength())
                        .put("crosswalk", hop.rule())
                        .end();
            }
            json.end().end();
        }
        console.out().println(json.end().end());
    }

    private void show(Suggestion suggestion) {
        StringBuilder path = new StringBuilder();
        for (Suggestion.Hop hop : suggestion.path()) {
            path.append(hop.scheme())
                    .append(':')
                    .append(hop.id())
                    .append(" (")
                    .append(hop.relation().code())
                    .append(") → ");
        }
        console.out()
                .println(
                        path
                                + suggestion.target()
                                + ": "
                                + suggestion.value().code()
                                + " ["
                                + suggestion.strength()
                                + "]");
    }

    private void show(List<Crosswalk> crosswalks) {
        if (!asJson) {
            crosswalks.forEach(c ->
                    console.line(
                            new Text(
                                    "%s: %s (%d件、%s、%s)"
                                            .formatted(
                                                    c.id(),
                                                    c.title().ja(),
                                                    c.maps().size(),
                                                    c.author(),
                                                    c.date()),
                                    "%s: %s (%d relations, %s, %s)"
                                            .formatted(
                                                    c.id(),
                                                    c.title().en(),
                                                    c.maps().size(),
                                                    c.author(),
                                                    c.date()))));
            return;
        }
        Json json = new Json().array();
        for (Crosswalk c : crosswalks) {
            json.object()
                    .put("crosswalk", c.id())
                    .put("status", c.status().code())
                    .put("title", console.say(c.title()))
                    .put("author", c.author())
                    .put("date", c.date().toString())
                    .put("source", c.source().scheme() + "/" + c.source().edition())
                    .put("target", c.target().scheme() + "/" + c.target().edition())
                    .put("relations", c.maps().size())
                    .put("rule", c.rule())
                    .end();
        }
        console.out().println(json.end());
    }

    private void show(Bands table) {
        if (!asJson) {
            console.line(table.title());
            for (Bands.Star star : table.stars()) {
                console.out()
                        .println(
                                "  ★"
                                        + star.star()
                                        + " ("
                                        + console.say(star.size())
                                        + "): "
                                        + String.join(", ", star.near()));
            }
            console.line(table.warning());
            return;
        }
        Json json = new Json();
        json.object()
                .put("bands", table.id())
                .put("title", console.say(table.title()))
                .put("warning", console.say(table.warning()))
                .put("source", table.source())
                .key("stars")
                .array();
        for (Bands.Star star : table.stars()) {
            json.object()
                    .put("star", star.star())
                    .put("size", console.say(star.size()))
                    .key("near")
                    .array();
            star.near().forEach(json::value);
            json.end().end();
        }
        console.out().println(json.end().end());
    }
}
