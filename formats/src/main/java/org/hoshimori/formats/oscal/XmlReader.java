package org.hoshimori.formats.oscal;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.hoshimori.formats.oscal.Model.Definition;
import org.hoshimori.formats.oscal.Model.Part;
import org.hoshimori.formats.tree.Bounds;
import org.hoshimori.formats.tree.Place;
import org.hoshimori.formats.tree.Tree;
import org.hoshimori.formats.tree.Unreadable;
import org.hoshimori.formats.tree.Utf8;
import org.hoshimori.rules.Text;

/// Reads OSCAL in XML into the members that JSON would have. No document type, no entities, nothing
/// fetched; what is not of OSCAL is told and left out.
final class XmlReader {
    static final String NAMESPACE = "http://csrc.nist.gov/ns/oscal/1.0";

    private static final XMLInputFactory FACTORY = factory();

    private final XMLStreamReader xml;
    private final Shape shape;
    private final Bounds bounds = new Bounds();

    private XmlReader(XMLStreamReader xml, Shape shape) {
        this.xml = xml;
        this.shape = shape;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setXMLResolver((_, _, _, _) -> {
            throw new XMLStreamException("external entities are not read");
        });
        return factory;
    }

    /// The document as `{root: content}`.
    static Tree.Fields read(byte[] bytes, Shape shape) throws Unreadable {
        Bounds.size(bytes);
        try {
            XMLStreamReader xml =
                    FACTORY.createXMLStreamReader(new StringReader(Utf8.orUtf16(bytes)));
            return new XmlReader(xml, shape).document();
        } catch (XMLStreamException e) {
            Place place =
                    e.getLocation() == null
                            ? Place.START
                            : new Place(
                                    Math.max(1, e.getLocation().getLineNumber()),
                                    Math.max(1, e.getLocation().getColumnNumber()));
            throw new Unreadable(
                    place, "XMLとして読めません。書き出し直してください", "not valid XML here; write the file again");
        }
    }

    private Tree.Fields document() throws XMLStreamException, Unreadable {
        Optional<Tree.Fields> document = Optional.empty();
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.DTD ->
                        throw new Unreadable(
                                place(),
                                "文書型宣言 (DTD) を含むファイルは受け付けません。消してください",
                                "files with a document type (DTD) are refused; remove it");
                case XMLStreamConstants.START_ELEMENT -> document = Optional.of(root());
                default -> {}
            }
        }
        return document.orElseThrow(
                () -> new Unreadable(Place.START, new Text("ファイルが空です", "the file is empty")));
    }

    private Tree.Fields root() throws XMLStreamException, Unreadable {
        Place place = place();
        String root = xml.getLocalName();
        Optional<OscalKind> kind =
                NAMESPACE.equals(xml.getNamespaceURI()) ? OscalKind.ofRoot(root) : Optional.empty();
        if (kind.isEmpty()) {
            throw new Unreadable(
                    place,
                    "OSCALのXMLではありません (根の要素「" + root + "」)",
                    "not OSCAL: the root element is \"" + root + "\"");
        }
        return new Tree.Fields(
                place, Map.of(root, object(Model.definition(root), "/" + root, 1, place)));
    }

    private Tree.Fields object(Definition definition, String path, int depth, Place place)
            throws XMLStreamException, Unreadable {
        Bounds.depth(depth, place);
        bounds.count(1, place);
        Map<String, Tree> members = new LinkedHashMap<>();
        attributes(definition, path, members, place);
        Optional<Part> text = definition.text();
        if (text.isPresent()) {
            Part part = text.get();
            String value =
                    Objects.requireNonNull(part.type()).markup()
                            ? new MarkupReader(xml).line()
                            : value(path);
            members.put(part.member(), shape.leaf(value, place, part, path));
        } else {
            children(definition, path, depth, members);
        }
        Tree.Fields object = new Tree.Fields(place, members);
        shape.required(object, definition, path);
        return object;
    }

    private void attributes(
            Definition definition, String path, Map<String, Tree> members, Place place) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String name = xml.getAttributeLocalName(i);
            String namespace = xml.getAttributeNamespace(i);
            if (namespace == null || namespace.isEmpty()) {
                Optional<Part> part = definition.attribute(name);
                if (part.isPresent()) {
                    members.put(
                            part.get().member(),
                            shape.leaf(
                                    xml.getAttributeValue(i),
                                    place,
                                    part.get(),
                                    path + "/@" + name));
                } else {
                    unknown(path + "/@" + name);
                }
            }
        }
    }

    private void unknown(String path) {
        shape.notice(place(), path + ": OSCALになく、読み飛ばしました", path + ": not of OSCAL and left out");
    }

    private void children(Definition definition, String path, int depth, Map<String, Tree> members)
            throws XMLStreamException, Unreadable {
        Map<Part, List<Tree>> lists = new LinkedHashMap<>();
        StringBuilder bare = new StringBuilder();
        Place bareAt = place();
        for (boolean open = true; open; ) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    String name = xml.getLocalName();
                    boolean ours = NAMESPACE.equals(xml.getNamespaceURI());
                    Optional<Part> part = ours ? definition.element(name) : Optional.empty();
                    Optional<Part> prose = definition.bare();
                    if (part.isPresent() && !part.get().bare()) {
                        child(part.get(), path + "/" + name, depth, members, lists);
                    } else if (ours && prose.isPresent() && MarkupReader.isBlock(name)) {
                        bareAt = bare.isEmpty() ? place() : bareAt;
                        MarkupReader.append(bare, new MarkupReader(xml).block());
                        members.put(
                                prose.get().member(),
                                new Tree.Leaf(bareAt, bare.toString(), Tree.Form.TEXT));
                    } else {
                        unknown(path + "/" + name);
                        skip();
                    }
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (!xml.isWhiteSpace()) {
                        unknown(path + "/text()");
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> open = false;
                default -> {}
            }
        }
        lists.forEach((part, all) ->
                members.put(part.member(), new Tree.Items(all.getFirst().place(), all)));
    }

    private void child(
            Part part,
            String path,
            int depth,
            Map<String, Tree> members,
            Map<Part, List<Tree>> lists)
            throws XMLStreamException, Unreadable {
        if (part.wrapped()) {
            for (int event = xml.next();
                    event != XMLStreamConstants.END_ELEMENT;
                    event = xml.next()) {
                if (event == XMLStreamConstants.START_ELEMENT) {
                    lists.computeIfAbsent(part, _ -> new ArrayList<>())
                            .add(one(part, path, depth + 1));
                }
            }
        } else if (part.many()) {
            // The member keeps the place of its first element among the others.
            members.putIfAbsent(part.member(), new Tree.Items(place(), List.of()));
            lists.computeIfAbsent(part, _ -> new ArrayList<>()).add(one(part, path, depth));
        } else {
            Place place = place();
            if (members.putIfAbsent(part.member(), one(part, path, depth)) != null) {
                throw new Unreadable(
                        place,
                        path + ": 2度あります。どちらかを消してください",
                        path + ": stands here twice; remove one");
            }
        }
    }

    private Tree one(Part part, String path, int depth) throws XMLStreamException, Unreadable {
        Place place = place();
        Datatype type = part.type();
        if (type == null) {
            return object(Model.definition(part.object()), path, depth + 1, place);
        }
        Bounds.depth(depth + 1, place);
        bounds.count(1, place);
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            unknown(path + "/@" + xml.getAttributeLocalName(i));
        }
        String value =
                switch (type) {
                    case LINE -> new MarkupReader(xml).line();
                    case MULTI -> new MarkupReader(xml).blocks();
                    default -> value(path);
                };
        return shape.leaf(value, place, part, path);
    }

    /// The text of a single value; elements in it are told and left out.
    private String value(String path) throws XMLStreamException {
        StringBuilder value = new StringBuilder();
        while (true) {
            switch (xml.next()) {
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
                        value.append(xml.getText());
                case XMLStreamConstants.START_ELEMENT -> {
                    unknown(path + "/" + xml.getLocalName());
                    skip();
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    return value.toString().strip();
                }
                default -> {}
            }
        }
    }

    private void skip() throws XMLStreamException {
        for (int open = 1; open > 0; ) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> open++;
                case XMLStreamConstants.END_ELEMENT -> open--;
                default -> {}
            }
        }
    }

    private Place place() {
        return new Place(
                Math.max(1, xml.getLocation().getLineNumber()),
                Math.max(1, xml.getLocation().getColumnNumber()));
    }
}
