package org.hoshimori.formats.tree;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hoshimori.rules.Text;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// Reads YAML 1.2 from strangers: one document, no object construction. Aliases are followed (YAML
/// dumpers write them), and what they repeat counts against [Bounds] each time, so that a small
/// file cannot become a large tree.
public final class YamlTree {
    /// YAML 1.2.2, 10.3.2 (core schema), as far as JSON knows such values.
    private static final Pattern NUMBER =
            Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?");

    private static final Pattern UNKNOWN_ESCAPE =
            Pattern.compile("found unknown escape character ([LP])\\(");

    /// Characters to read again for the sake of a spelling.
    private static final long MOST_REREAD = 64L * 1024 * 1024;

    private record Anchored(Tree tree, int nodes, int depth) {}

    private final Iterator<Event> events;
    private final Bounds bounds = new Bounds();
    private final Map<Anchor, Anchored> anchors = new HashMap<>();
    private int deepest;

    private YamlTree(Iterator<Event> events) {
        this.events = events;
    }

    /// @throws Unreadable when it is no YAML, holds several documents, names a member twice, or is
    ///   beyond [Bounds]
    public static Tree read(byte[] bytes) throws Unreadable {
        Bounds.size(bytes);
        String text = Utf8.decode(bytes);
        for (int i = 0; ; i++) {
            try {
                return parsed(text);
            } catch (MarkedYamlEngineException e) {
                Optional<String> respelled =
                        (long) i * text.length() < MOST_REREAD
                                ? respelled(text, e)
                                : Optional.empty();
                if (respelled.isEmpty()) {
                    String problem = Objects.requireNonNullElse(e.getProblem(), "?");
                    throw new Unreadable(
                            e.getProblemMark()
                                    .or(e::getContextMark)
                                    .map(YamlTree::place)
                                    .orElse(Place.START),
                            "YAMLとして読めません: " + problem,
                            "not valid YAML: " + problem);
                }
                text = respelled.get();
            }
        }
    }

    private static Tree parsed(String text) throws Unreadable {
        // The reader copies a value that spans buffers once a buffer: small ones make long values
        // slow.
        LoadSettings settings =
                LoadSettings.builder()
                        .setCodePointLimit(Bounds.BYTES)
                        .setBufferSize(Math.clamp(text.length(), 1024, 1 << 20))
                        .build();
        try {
            return new YamlTree(new Parse(settings).parseString(text).iterator()).document();
        } catch (MarkedYamlEngineException e) {
            throw e;
        } catch (ReaderException e) {
            throw new Unreadable(
                    Utf8.place(text, Math.min(e.getPosition(), text.length())),
                    "YAMLでは使えない制御文字があります。消してください",
                    "a control character that YAML does not allow; remove it");
        } catch (YamlEngineException e) {
            throw new Unreadable(Place.START, new Text("YAMLとして読めません", "not valid YAML"));
        }
    }

    /// The line and paragraph separators as YAML 1.2.2 (5.7) spells them, which the engine does not
    /// know but PyYAML writes: spelled by their numbers, from where the engine stopped to the end
    /// of that value.
    private static Optional<String> respelled(String text, MarkedYamlEngineException e) {
        Matcher escape = UNKNOWN_ESCAPE.matcher(Objects.requireNonNullElse(e.getProblem(), ""));
        Optional<Mark> mark = e.getProblemMark();
        if (!escape.lookingAt() || mark.isEmpty()) {
            return Optional.empty();
        }
        int at = 0;
        for (int line = 0; line < mark.get().getLine() && at >= 0; line++) {
            at = text.indexOf('\n', at) + 1;
        }
        String letter = escape.group(1);
        int escaped = text.indexOf("\\" + letter, at + Math.max(0, mark.get().getColumn() - 1));
        if (escaped < 0 || escaped > at + 2 * mark.get().getColumn() + 2) {
            return Optional.empty();
        }
        StringBuilder respelled = new StringBuilder(text.substring(0, escaped));
        int i = escaped;
        for (; i + 1 < text.length() && text.charAt(i) != '"'; i++) {
            if (text.charAt(i) != '\\') {
                respelled.append(text.charAt(i));
                continue;
            }
            char next = text.charAt(++i);
            respelled.append(
                    switch (next) {
                        case 'L' -> "\\u2028";
                        case 'P' -> "\\u2029";
                        default -> "\\" + next;
                    });
        }
        return Optional.of(respelled.append(text, i, text.length()).toString());
    }

    private static Place place(Mark mark) {
        return new Place(mark.getLine() + 1, mark.getColumn() + 1);
    }

    private static Place place(Event event) {
        return event.getStartMark().map(YamlTree::place).orElse(Place.START);
    }

    private Tree document() throws Unreadable {
        Optional<Tree> document = Optional.empty();
        while (events.hasNext()) {
            Event event = events.next();
            switch (event.getEventId()) {
                case StreamStart, StreamEnd, DocumentStart, DocumentEnd, Comment -> {}
                default -> {
                    if (document.isPresent()) {
                        throw new Unreadable(
                                place(event),
                                "YAMLの文書は1つだけにしてください",
                                "several YAML documents; keep one");
                    }
                    document = Optional.of(node(event, 0));
                }
            }
        }
        return document.orElseThrow(
                () -> new Unreadable(Place.START, new Text("ファイルが空です", "the file is empty")));
    }

    private Tree node(Event event, int depth) throws Unreadable {
        Place place = place(event);
        if (event instanceof AliasEvent alias) {
            return repeated(alias, depth, place);
        }
        Bounds.depth(depth, place);
        deepest = Math.max(deepest, depth);
        int before = bounds.counted();
        int outer = deepest;
        deepest = depth;
        bounds.count(1, place);
        refuseTags(event, place);
        Tree tree =
                switch (event) {
                    case ScalarEvent scalar -> leaf(scalar, place);
                    case SequenceStartEvent _ -> items(place, depth);
                    case MappingStartEvent _ -> fields(place, depth);
                    default ->
                            throw new Unreadable(place, new Text("YAMLとして読めません", "not valid YAML"));
                };
        int below = deepest - depth;
        deepest = Math.max(outer, deepest);
        if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
            anchors.put(
                    node.getAnchor().get(), new Anchored(tree, bounds.counted() - before, below));
        }
        return tree;
    }

    private Tree repeated(AliasEvent alias, int depth, Place place) throws Unreadable {
        Anchored anchored = anchors.get(alias.getAlias());
        if (anchored == null) {
            throw new Unreadable(
                    place,
                    "参照先のないYAMLの別名です。書き出し直してください",
                    "a YAML alias of nothing written before it; write the file again");
        }
        bounds.count(anchored.nodes, place);
        Bounds.depth(depth + anchored.depth, place);
        deepest = Math.max(deepest, depth + anchored.depth);
        return anchored.tree;
    }

    private static void refuseTags(Event event, Place place) throws Unreadable {
        Optional<String> tag =
                switch (event) {
                    case ScalarEvent scalar -> scalar.getTag();
                    case CollectionStartEvent start -> start.getTag();
                    default -> Optional.empty();
                };
        if (tag.isPresent() && !tag.get().startsWith("tag:yaml.org,2002:")) {
            throw new Unreadable(
                    place,
                    "YAMLのタグ「" + tag.get() + "」は受け付けません。消してください",
                    "the YAML tag \"" + tag.get() + "\" is refused; remove it");
        }
    }

    private static Tree leaf(ScalarEvent scalar, Place place) throws Unreadable {
        String text = scalar.getValue();
        if (text.length() > Bounds.CHARACTERS) {
            throw Bounds.tooLong(place);
        }
        boolean plain = scalar.getScalarStyle() == ScalarStyle.PLAIN && scalar.getTag().isEmpty();
        Tree.Form form =
                !plain
                        ? Tree.Form.TEXT
                        : switch (text) {
                            case "", "~", "null", "Null", "NULL" -> Tree.Form.NOTHING;
                            case "true", "false" -> Tree.Form.TRUTH;
                            default ->
                                    NUMBER.matcher(text).matches()
                                            ? Tree.Form.NUMBER
                                            : Tree.Form.TEXT;
                        };
        return new Tree.Leaf(place, form == Tree.Form.NOTHING ? "" : text, form);
    }

    private Tree items(Place place, int depth) throws Unreadable {
        List<Tree> items = new ArrayList<>();
        for (Event next = events.next();
                next.getEventId() != Event.ID.SequenceEnd;
                next = events.next()) {
            items.add(node(next, depth + 1));
        }
        return new Tree.Items(place, items);
    }

    private Tree fields(Place place, int depth) throws Unreadable {
        Map<String, Tree> members = new LinkedHashMap<>();
        for (Event next = events.next();
                next.getEventId() != Event.ID.MappingEnd;
                next = events.next()) {
            Tree key = node(next, depth + 1);
            Tree value = node(events.next(), depth + 1);
            if (!(key instanceof Tree.Leaf name)) {
                throw new Unreadable(key.place(), "YAMLのキーは語にしてください", "a YAML key must be a word");
            }
            if (members.putIfAbsent(name.text(), value) != null) {
                throw new Unreadable(
                        key.place(),
                        "「" + name.text() + "」が2度あります。どちらかを消してください",
                        "\"" + name.text() + "\" stands here twice; remove one");
            }
        }
        return new Tree.Fields(place, members);
    }
}
