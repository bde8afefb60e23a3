package org.hoshimori.formats.oscal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hoshimori.formats.oscal.OscalDocument.Reading;
import org.hoshimori.formats.tree.JsonText;
import org.hoshimori.formats.tree.JsonTree;
import org.hoshimori.formats.tree.Tree;
import org.hoshimori.formats.tree.Unreadable;
import org.hoshimori.formats.tree.YamlText;
import org.hoshimori.formats.tree.YamlTree;

/// The door for OSCAL in files.
public final class OscalFiles {
    /// A YAML document that begins as OSCAL does.
    private static final Pattern YAML =
            Pattern.compile(
                    "(?m)^[\"']?(catalog|profile|mapping-collection|component-definition|system-security-plan"
                            + "|assessment-plan|assessment-results|plan-of-action-and-milestones)[\"']?[ \\t]*:[ \\t]*(#.*)?\\r?$");

    private OscalFiles() {}

    /// The syntax, when the content looks like OSCAL or like what could only be meant as OSCAL (any
    /// JSON, any XML).
    public static Optional<Syntax> recognise(byte[] bytes) {
        String start = start(bytes, 200).strip();
        if (start.startsWith("{") || start.startsWith("[")) {
            return Optional.of(Syntax.JSON);
        }
        if (start.startsWith("<") || start.startsWith("\u0000<") || start.startsWith("<\u0000")) {
            return Optional.of(Syntax.XML);
        }
        return YAML.matcher(start(bytes, 4000)).find()
                ? Optional.of(Syntax.YAML)
                : Optional.empty();
    }

    private static String start(byte[] bytes, int most) {
        String start = new String(bytes, 0, Math.min(bytes.length, most), StandardCharsets.UTF_8);
        return start.startsWith("\uFEFF") ? start.substring(1) : start;
    }

    /// Reads a document.
    ///
    /// @param name shown in faults and notices only; nothing but `bytes` is ever read
    public static Reading read(String name, byte[] bytes, Syntax syntax) {
        Shape shape = new Shape(name);
        try {
            return new Reading.Read(
                    switch (syntax) {
                        case JSON -> shaped(JsonTree.read(bytes), syntax, shape);
                        case YAML -> shaped(YamlTree.read(bytes), syntax, shape);
                        case XML -> fromXml(bytes, shape);
                    });
        } catch (Unreadable e) {
            return new Reading.Refused(List.of(e.in(name)));
        }
    }

    private static OscalDocument fromXml(byte[] bytes, Shape shape) throws Unreadable {
        Map.Entry<String, Tree> root =
                XmlReader.read(bytes, shape).all().entrySet().iterator().next();
        OscalKind kind = OscalKind.ofRoot(root.getKey()).orElseThrow();
        return versioned(
                new OscalDocument(kind, (Tree.Fields) root.getValue(), Syntax.XML, shape.notices()),
                shape);
    }

    private static OscalDocument shaped(Tree tree, Syntax syntax, Shape shape) throws Unreadable {
        if (tree instanceof Tree.Fields fields) {
            for (Map.Entry<String, Tree> member : fields.all().entrySet()) {
                Optional<OscalKind> kind = OscalKind.ofRoot(member.getKey());
                if (kind.isPresent()) {
                    Tree.Fields content =
                            shape.object(
                                    member.getValue(), kind.get().root(), "/" + member.getKey());
                    fields.all().keySet().stream()
                            .filter(other ->
                                    !other.equals(member.getKey()) && !other.equals("$schema"))
                            .forEach(other ->
                                    shape.notice(
                                            fields.place(),
                                            "「" + other + "」は読み飛ばしました",
                                            "\"" + other + "\" was left out"));
                    return versioned(
                            new OscalDocument(kind.get(), content, syntax, shape.notices()), shape);
                }
            }
        }
        String found =
                tree instanceof Tree.Fields fields
                        ? fields.all().keySet().stream()
                                .findFirst()
                                .map(name ->
                                        name.length() > 60 ? name.substring(0, 60) + "…" : name)
                                .orElse("{}")
                        : "[]";
        throw new Unreadable(
                tree.place(),
                "OSCALの文書ではありません (最初の項目「" + found + "」)。catalog、profileなどのファイルを選んでください",
                "not an OSCAL document: its first member is \""
                        + found
                        + "\"; choose a catalog, a profile or another of OSCAL's");
    }

    /// 1.0, 1.1 and 1.2 have one shape, each a little more than the one before.
    private static OscalDocument versioned(OscalDocument document, Shape shape) {
        String version = document.oscalVersion();
        if (!version.matches("v?1\\.[012](\\..*)?")) {
            shape.notice(
                    document.metadata().place(),
                    "OSCAL「" + version + "」は知らない版です。1.2として読みました",
                    "OSCAL \"" + version + "\" is not known; read as 1.2");
        }
        return new OscalDocument(
                document.kind(), document.content(), document.syntax(), shape.notices());
    }

    /// A document as bytes.
    ///
    /// @param left gets the path of each member that the syntax has no place for (XML only)
    public static byte[] write(OscalDocument document, Syntax syntax, List<String> left) {
        Tree.Fields whole = Tree.of(document.kind().root(), document.content());
        return switch (syntax) {
            case JSON -> JsonText.write(whole);
            case YAML -> YamlText.write(whole);
            case XML -> XmlWriter.write(document, left);
        };
    }

    /// As the other, for documents that hold nothing unknown.
    public static byte[] write(OscalDocument document, Syntax syntax) {
        return write(document, syntax, new ArrayList<>());
    }
}
