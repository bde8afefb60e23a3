package org.hoshimori.platform.command;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.hoshimori.network.Adjacency;
import org.hoshimori.network.Delta;
import org.hoshimori.network.Network;
import org.hoshimori.rules.Json;
import org.hoshimori.rules.Text;
import picocli.CommandLine;

/// What is supposed before a question is asked: these companies raised, those dropped.
final class NetworkWhatIf {
    /// A company and the level that it is supposed to have at least.
    private record Raised(String company, int level) {}

    /// A relation that is supposed to be gone.
    private record Parted(String purchaser, String supplier) {}

    @CommandLine.Option(
            names = "--raised",
            paramLabel = "ID=LEVEL",
            converter = RaisedConverter.class)
    private List<Raised> raised = List.of();

    @CommandLine.Option(names = "--dropped", paramLabel = "ID")
    private List<String> dropped = List.of();

    @CommandLine.Option(
            names = "--parted",
            paramLabel = "PURCHASER,SUPPLIER",
            converter = PartedConverter.class)
    private List<Parted> parted = List.of();

    private static final class RaisedConverter implements CommandLine.ITypeConverter<Raised> {
        @Override
        public Raised convert(String word) {
            int at = word.lastIndexOf('=');
            String level = at < 0 ? "" : word.substring(at + 1).replaceFirst("^★", "");
            if (at < 1 || !level.matches("[0-9]{1,3}") || Integer.parseInt(level) > 100) {
                throw new CommandLine.TypeConversionException("ID=LEVEL, LEVEL 0–100: " + word);
            }
            return new Raised(word.substring(0, at), Integer.parseInt(level));
        }
    }

    private static final class PartedConverter implements CommandLine.ITypeConverter<Parted> {
        @Override
        public Parted convert(String word) {
            int at = word.indexOf(',');
            if (at < 1 || at == word.length() - 1 || word.indexOf(',', at + 1) >= 0) {
                throw new CommandLine.TypeConversionException("PURCHASER,SUPPLIER: " + word);
            }
            return new Parted(word.substring(0, at), word.substring(at + 1));
        }
    }

    boolean any() {
        return !raised.isEmpty() || drops();
    }

    /// Whether anything is taken away.
    boolean drops() {
        return !dropped.isEmpty() || !parted.isEmpty();
    }

    /// The levels supposed, by name.
    Map<String, Integer> levels() {
        Map<String, Integer> levels = new HashMap<>();
        raised.forEach(one -> levels.merge(one.company(), one.level(), Math::max));
        return levels;
    }

    /// The network supposed, or empty when somebody named is not there, which has then been told.
    Optional<Network> of(Network network, NetworkInput input, Console console) {
        Network supposed = network;
        for (Map.Entry<String, Integer> one : levels().entrySet()) {
            if (input.company(network, one.getKey()).isEmpty()) {
                return Optional.empty();
            }
        }
        Map<Integer, List<Integer>> byLevel = new HashMap<>();
        levels().forEach((name, level) ->
                byLevel.computeIfAbsent(level, _ -> new java.util.ArrayList<>())
                        .add(network.company(name).orElseThrow()));
        for (Map.Entry<Integer, List<Integer>> level : byLevel.entrySet()) {
            supposed = supposed.raised(level.getValue(), level.getKey());
        }
        if (!drops()) {
            return Optional.of(supposed);
        }
        Delta delta = new Delta();
        for (String name : dropped) {
            if (input.company(network, name).isEmpty()) {
                return Optional.empty();
            }
            delta.leave(name);
        }
        for (Parted pair : parted) {
            if (!related(network, input, pair, console)) {
                return Optional.empty();
            }
            delta.part(pair.purchaser(), pair.supplier());
        }
        return Optional.of(supposed.after(delta));
    }

    private static boolean related(
            Network network, NetworkInput input, Parted pair, Console console) {
        OptionalInt purchaser = input.company(network, pair.purchaser());
        OptionalInt supplier = input.company(network, pair.supplier());
        if (purchaser.isEmpty() || supplier.isEmpty()) {
            return false;
        }
        Adjacency rows = network.suppliers();
        for (int e = rows.first(purchaser.getAsInt()); e < rows.end(purchaser.getAsInt()); e++) {
            if (rows.company(e) == supplier.getAsInt()) {
                return true;
            }
        }
        console.fault(
                new Text(
                        "%s は %s から買っていません".formatted(pair.purchaser(), pair.supplier()),
                        "%s does not buy from %s".formatted(pair.purchaser(), pair.supplier())));
        return false;
    }

    void write(Json json) {
        json.key("what_if").object().key("raised").array();
        raised.forEach(
                one -> json.object().put("company", one.company()).put("level", one.level()).end());
        json.end().key("dropped").array();
        dropped.forEach(json::value);
        json.end().key("parted").array();
        parted.forEach(one ->
                json.object()
                        .put("purchaser", one.purchaser())
                        .put("supplier", one.supplier())
                        .end());
        json.end().end();
    }
}
