package org.hoshimori.formats.tree;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;

/// Reads JSON (RFC 8259) from strangers.
public final class JsonTree {
    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(Bounds.DEEP + 1)
                                    .maxStringLength(Bounds.CHARACTERS)
                                    .maxNameLength(1000)
                                    .maxNumberLength(1000)
                                    .maxDocumentLength(Bounds.BYTES)
                                    .build())
                    .build();

    private final JsonParser parser;
    private final Bounds bounds = new Bounds();

    private JsonTree(JsonParser parser) {
        this.parser = parser;
    }

    /// @throws Unreadable when it is no JSON, names a member twice, or is beyond [Bounds]
    public static Tree read(byte[] bytes) throws Unreadable {
        Bounds.size(bytes);
        String text = Utf8.decode(bytes);
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            JsonTree reader = new JsonTree(parser);
            parser.nextToken();
            Tree tree = reader.node(0);
            if (parser.nextToken() != null) {
                throw new Unreadable(
                        reader.place(),
                        "JSONの値のあとに余分なものがあります。消してください",
                        "something follows the JSON value; remove it");
            }
            return tree;
        } catch (StreamConstraintsException e) {
            throw new Unreadable(
                    place(e.getLocation()),
                    "読み込みの上限を超えています (入れ子64段、値800万字、名前・数1000字)。ファイルを確かめてください",
                    "beyond the bounds of reading (64 deep, 8,000,000 characters a value, 1,000 a name or number); check the file");
        } catch (StreamReadException e) {
            throw new Unreadable(
                    place(e.getLocation()),
                    "JSONとして読めません。書き出し直してください",
                    "not valid JSON here; write the file again");
        } catch (JacksonIOException e) {
            throw new Unreadable(Place.START, "読めません", "cannot be read");
        }
    }

    private Tree node(int depth) throws Unreadable {
        JsonToken token = parser.currentToken();
        Place place = place();
        Bounds.depth(depth, place);
        bounds.count(1, place);
        return switch (token) {
            case START_OBJECT -> object(place, depth);
            case START_ARRAY -> array(place, depth);
            case VALUE_STRING -> new Tree.Leaf(place, parser.getString(), Tree.Form.TEXT);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
                    new Tree.Leaf(place, parser.getString(), Tree.Form.NUMBER);
            case VALUE_TRUE, VALUE_FALSE ->
                    new Tree.Leaf(place, parser.getString(), Tree.Form.TRUTH);
            case VALUE_NULL -> new Tree.Leaf(place, "", Tree.Form.NOTHING);
            case null, default ->
                    throw new Unreadable(
                            place,
                            "JSONがここで終わっています。書き出し直してください",
                            "the JSON ends here; write it again");
        };
    }

    private Tree object(Place place, int depth) throws Unreadable {
        Map<String, Tree> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            Place named = place();
            parser.nextToken();
            if (members.putIfAbsent(name, node(depth + 1)) != null) {
                throw new Unreadable(
                        named,
                        "「" + name + "」が2度あります。どちらかを消してください",
                        "\"" + name + "\" stands here twice; remove one");
            }
        }
        return new Tree.Fields(place, members);
    }

    private Tree array(Place place, int depth) throws Unreadable {
        List<Tree> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(node(depth + 1));
        }
        return new Tree.Items(place, items);
    }

    private Place place() {
        return place(parser.currentTokenLocation());
    }

    private static Place place(TokenStreamLocation location) {
        return location == null
                ? Place.START
                : new Place(Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
    }
}
