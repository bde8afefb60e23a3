package org.hoshimori.formats.oscal;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.hoshimori.formats.oscal.Model.Definition;
import org.hoshimori.formats.tree.Tree;

/// Documents as they are compared: Markdown by what it says, not by how it is spelled, and runs of
/// spaces as one, for that is what they are in XML.
final class Normal {
    private Normal() {}

    static Tree of(OscalDocument document) {
        return object(document.content(), Model.definition(document.kind().root()));
    }

    /// Every place where two trees differ, with both values.
    static List<String> differences(Tree a, Tree b) {
        List<String> differences = new ArrayList<>();
        compare(a, b, "", differences);
        return differences;
    }

    private static void compare(Tree a, Tree b, String path, List<String> differences) {
        if (a instanceof Tree.Fields one && b instanceof Tree.Fields other) {
            Set<String> names = new TreeSet<>(one.all().keySet());
            names.addAll(other.all().keySet());
            for (String name : names) {
                if (one.has(name) && other.has(name)) {
                    Tree left = one.at(name).orElseThrow();
                    compare(left, other.at(name).orElseThrow(), path + "/" + name, differences);
                } else {
                    differences.add(path + "/" + name + (one.has(name) ? " missing" : " added"));
                }
            }
        } else if (a instanceof Tree.Items one
                && b instanceof Tree.Items other
                && one.all().size() == other.all().size()) {
            for (int i = 0; i < one.all().size(); i++) {
                compare(one.all().get(i), other.all().get(i), path + "/" + i, differences);
            }
        } else if (!a.equals(b)) {
            differences.add(path + ": " + brief(a) + " | " + brief(b));
        }
    }

    private static String brief(Tree tree) {
        return switch (tree) {
            case Tree.Leaf leaf -> leaf.text() + " " + leaf.form();
            case Tree.Items items -> "list of " + items.all().size();
            case Tree.Fields fields -> fields.all().keySet().toString();
        };
    }

    private static Tree object(Tree.Fields fields, Definition definition) {
        Map<String, Tree> normal = new LinkedHashMap<>();
        fields.all()
                .forEach((name, value) ->
                        normal.put(
                                name,
                                definition
                                        .member(name)
                                        .map(part -> value(value, part))
                                        .orElse(value)));
        return new Tree.Fields(fields.place(), normal);
    }

    private static Tree value(Tree value, Model.Part part) {
        return switch (value) {
            case Tree.Items items ->
                    Tree.items(items.all().stream().map(item -> value(item, part)).toList());
            case Tree.Fields fields -> object(fields, Model.definition(part.object()));
            case Tree.Leaf leaf when part.type() == Datatype.LINE ->
                    Tree.text(markup(leaf.text(), true));
            case Tree.Leaf leaf when part.type() == Datatype.MULTI ->
                    Tree.text(markup(leaf.text(), false));
            case Tree.Leaf leaf when part.type() == Datatype.BASE64 ->
                    Tree.text(leaf.text().replaceAll("\\s", ""));
            case Tree.Leaf leaf -> leaf;
        };
    }

    private static String markup(String markdown, boolean line) {
        StringWriter out = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
            MarkupWriter writer = new MarkupWriter(xml);
            if (line) {
                writer.line(markdown);
            } else {
                writer.blocks(markdown);
            }
        } catch (XMLStreamException e) {
            throw new AssertionError(e);
        }
        return out.toString()
                .replaceAll("\\s+", " ")
                .replaceAll(" ?(</?(p|li|ul|ol|h\\d|pre|tr|td|th|table|blockquote)>) ?", "$1")
                .strip();
    }
}
