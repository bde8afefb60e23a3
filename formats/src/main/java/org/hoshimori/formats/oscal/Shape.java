package org.hoshimori.formats.oscal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hoshimori.formats.oscal.Model.Definition;
import org.hoshimori.formats.oscal.Model.Part;
import org.hoshimori.formats.tree.Place;
import org.hoshimori.formats.tree.Tree;
import org.hoshimori.formats.tree.Unreadable;
import org.hoshimori.rules.Fault;
import org.hoshimori.rules.NearMiss;
import org.hoshimori.rules.Text;

/// Holds a tree against the shape of OSCAL. Values of known members get the spelling of their type,
/// a single object becomes a list of one where OSCAL has a list; what is not known stays as it is
/// and is told, as is what is missing or of another form.
final class Shape {
    /// More would not be read by anybody.
    private static final int MOST_NOTICES = 200;

    private final String file;
    private final List<Fault> notices = new ArrayList<>();

    Shape(String file) {
        this.file = file;
    }

    List<Fault> notices() {
        return notices;
    }

    void notice(Place place, String ja, String en) {
        if (notices.size() < MOST_NOTICES) {
            notices.add(new Fault(file, place.line(), place.column(), new Text(ja, en)));
        }
    }

    /// @throws Unreadable when a list, an object and a single value are mixed up
    Tree.Fields object(Tree tree, String definition, String path) throws Unreadable {
        return switch (tree) {
            case Tree.Fields fields -> fields(fields, Model.definition(definition), path);
            case Tree.Leaf leaf when leaf.form() == Tree.Form.NOTHING ->
                    fields(
                            new Tree.Fields(leaf.place(), Map.of()),
                            Model.definition(definition),
                            path);
            case Tree.Leaf _, Tree.Items _ -> throw wrong(tree, path, "オブジェクト", "an object");
        };
    }

    private Tree.Fields fields(Tree.Fields fields, Definition definition, String path)
            throws Unreadable {
        Map<String, Tree> shaped = new LinkedHashMap<>();
        for (Map.Entry<String, Tree> member : fields.all().entrySet()) {
            String name = member.getKey();
            Tree value = member.getValue();
            Part part = definition.member(name).orElse(null);
            if (part == null) {
                unknown(value.place(), name, definition, path);
                shaped.put(name, value);
            } else {
                shaped.put(name, part(value, part, path + "/" + name));
            }
        }
        Tree.Fields result = new Tree.Fields(fields.place(), shaped);
        required(result, definition, path);
        return result;
    }

    void required(Tree.Fields fields, Definition definition, String path) {
        for (Part part : definition.parts()) {
            if (part.required() && !fields.has(part.member())) {
                notice(
                        fields.place(),
                        path + ": OSCALで必須の「" + part.member() + "」がありません",
                        path + ": OSCAL demands \"" + part.member() + "\" here");
            }
        }
    }

    private void unknown(Place place, String name, Definition definition, String path) {
        if (notices.size() >= MOST_NOTICES) {
            return;
        }
        List<String> known = definition.parts().stream().map(Part::member).toList();
        String meant = NearMiss.of(name, known).orElse("");
        notice(
                place,
                path
                        + ": 「"
                        + name
                        + "」はOSCALになく、解釈していません"
                        + (meant.isEmpty() ? "" : "。「" + meant + "」のことですか"),
                path
                        + ": \""
                        + name
                        + "\" is not of OSCAL and was not understood"
                        + (meant.isEmpty() ? "" : "; did you mean \"" + meant + "\"?"));
    }

    private Tree part(Tree value, Part part, String path) throws Unreadable {
        if (!part.many()) {
            return one(value, part, path);
        }
        List<Tree> all = new ArrayList<>();
        for (Tree item : value instanceof Tree.Items items ? items.all() : List.of(value)) {
            all.add(one(item, part, path));
        }
        return new Tree.Items(value.place(), all);
    }

    private Tree one(Tree value, Part part, String path) throws Unreadable {
        if (part.type() == null) {
            return object(value, part.object(), path);
        }
        if (!(value instanceof Tree.Leaf leaf)) {
            throw wrong(value, path, "1つの値", "a single value");
        }
        return leaf(leaf.text(), leaf.place(), part, path);
    }

    Tree.Leaf leaf(String text, Place place, Part part, String path) {
        Datatype type = Objects.requireNonNull(part.type());
        if (!type.admits(text)) {
            String shown = text.length() > 60 ? text.substring(0, 60) + "…" : text;
            notice(
                    place,
                    path + ": 「" + shown + "」はOSCALの" + type.code() + "の形ではありません",
                    path + ": \"" + shown + "\" is not of OSCAL's form for " + type.code());
        }
        return new Tree.Leaf(place, text, type.form(text));
    }

    private static Unreadable wrong(Tree tree, String path, String ja, String en) {
        return new Unreadable(
                tree.place(),
                path + ": " + ja + "が必要です。書き出した元を確かめてください",
                path + ": " + en + " is expected; check what wrote the file");
    }
}
