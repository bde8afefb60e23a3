package org.hoshimori.rules;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;

/// Builds the node tree from parser events. Scheme files are reviewed data but may come from
/// anywhere, so what makes YAML dangerous is refused where it stands: tags (object construction),
/// anchors and aliases (exponential documents), depth, size, several documents.
final class YamlTree {
    static final int MOST_BYTES = 4 * 1024 * 1024;
    private static final int DEEPEST = 20;

    private final Faults faults;
    private final Iterator<Event> events;

    private YamlTree(Faults faults, Iterator<Event> events) {
        this.faults = faults;
        this.events = events;
    }

    /// The root mapping, or nothing when a fault was added that leaves none.
    static Optional<YamlNode.Mapping> read(SchemeFile file, Faults faults) {
        if (file.bytes().length > MOST_BYTES) {
            faults.add(1, 1, new Text("4 MiBを超えるファイルは読みません", "files above 4 MiB are not read"));
            return Optional.empty();
        }
        Optional<String> text = decode(file.bytes(), faults);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        LoadSettings settings =
                LoadSettings.builder().setLabel(file.name()).setCodePointLimit(MOST_BYTES).build();
        try {
            return new YamlTree(faults, new Parse(settings).parseString(text.get()).iterator())
                    .root();
        } catch (MarkedYamlEngineException e) {
            Mark mark = e.getProblemMark().or(e::getContextMark).orElse(null);
            String problem = Objects.requireNonNullElse(e.getProblem(), "?");
            faults.add(
                    mark == null ? 1 : mark.getLine() + 1,
                    mark == null ? 1 : mark.getColumn() + 1,
                    new Text("YAMLとして読めません: " + problem, "not valid YAML: " + problem));
        } catch (ReaderException e) {
            String before = text.get().substring(0, e.getPosition());
            faults.add(
                    (int) before.chars().filter(c -> c == '\n').count() + 1,
                    before.length() - before.lastIndexOf('\n'),
                    new Text("使えない制御文字があります", "a control character that YAML does not allow"));
        }
        return Optional.empty();
    }

    private static Optional<String> decode(byte[] bytes, Faults faults) {
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result =
                StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes), out, true);
        String decoded = out.flip().toString();
        if (!result.isError()) {
            return Optional.of(decoded);
        }
        faults.add(
                (int) decoded.chars().filter(c -> c == '\n').count() + 1,
                decoded.length() - decoded.lastIndexOf('\n'),
                new Text("UTF-8ではない文字があります", "not UTF-8 from here on"));
        return Optional.empty();
    }

    private Optional<YamlNode.Mapping> root() {
        Optional<YamlNode.Mapping> root = Optional.empty();
        int documents = 0;
        while (events.hasNext()) {
            Event event = events.next();
            switch (event.getEventId()) {
                case StreamStart, StreamEnd, DocumentStart, DocumentEnd, Comment -> {}
                default -> {
                    YamlNode node = node(event, 0);
                    documents++;
                    if (documents > 1) {
                        faults.add(node, "文書は1つだけです", "only one document is allowed");
                    } else if (node instanceof YamlNode.Mapping mapping) {
                        root = Optional.of(mapping);
                    } else {
                        faults.add(node, "「キー: 値」の組が必要です", "a mapping of keys is expected");
                    }
                }
            }
        }
        if (documents == 0) {
            faults.add(1, 1, new Text("ファイルが空です", "the file is empty"));
        }
        return root;
    }

    private YamlNode node(Event event, int depth) {
        int line = event.getStartMark().map(Mark::getLine).orElse(0) + 1;
        int column = event.getStartMark().map(Mark::getColumn).orElse(0) + 1;
        refuseDangers(event, line, column);
        if (depth == DEEPEST && event instanceof CollectionStartEvent) {
            faults.add(line, column, new Text("入れ子が深すぎます", "nested too deeply"));
            skipCollection();
            return new YamlNode.Scalar(line, column, "");
        }
        return switch (event) {
            case ScalarEvent scalar -> new YamlNode.Scalar(line, column, scalar.getValue());
            case SequenceStartEvent _ -> sequence(line, column, depth + 1);
            case MappingStartEvent _ -> mapping(line, column, depth + 1);
            default -> new YamlNode.Scalar(line, column, "");
        };
    }

    private void skipCollection() {
        for (int open = 1; open > 0; ) {
            Event next = events.next();
            if (next instanceof CollectionStartEvent) {
                open++;
            } else if (next instanceof CollectionEndEvent) {
                open--;
            }
        }
    }

    private void refuseDangers(Event event, int line, int column) {
        boolean tagged =
                switch (event) {
                    case ScalarEvent scalar -> scalar.getTag().isPresent();
                    case CollectionStartEvent start -> start.getTag().isPresent();
                    default -> false;
                };
        if (tagged) {
            faults.add(line, column, new Text("YAMLのタグは使えません", "YAML tags are not allowed"));
        }
        if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
            faults.add(
                    line,
                    column,
                    new Text("YAMLのアンカーと参照は使えません", "YAML anchors and aliases are not allowed"));
        }
    }

    private YamlNode.Sequence sequence(int line, int column, int depth) {
        List<YamlNode> items = new ArrayList<>();
        for (Event next = events.next();
                next.getEventId() != Event.ID.SequenceEnd;
                next = events.next()) {
            items.add(node(next, depth));
        }
        return new YamlNode.Sequence(line, column, items);
    }

    private YamlNode.Mapping mapping(int line, int column, int depth) {
        List<YamlNode.Entry> entries = new ArrayList<>();
        Map<String, Integer> lines = new HashMap<>();
        for (Event next = events.next();
                next.getEventId() != Event.ID.MappingEnd;
                next = events.next()) {
            YamlNode key = node(next, depth);
            YamlNode value = node(events.next(), depth);
            if (!(key instanceof YamlNode.Scalar word)) {
                faults.add(key, "キーは語でなければなりません", "a key must be a word");
                continue;
            }
            Integer earlier = lines.putIfAbsent(word.value(), word.line());
            if (earlier != null) {
                faults.add(
                        word,
                        "キー「" + word.value() + "」は" + earlier + "行目にもあります",
                        "key \"" + word.value() + "\" stands in line " + earlier + " already");
                continue;
            }
            entries.add(new YamlNode.Entry(word, value));
        }
        return new YamlNode.Mapping(line, column, entries);
    }
}
