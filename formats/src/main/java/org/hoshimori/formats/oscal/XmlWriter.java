package org.hoshimori.formats.oscal;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.hoshimori.formats.oscal.Model.Definition;
import org.hoshimori.formats.oscal.Model.Part;
import org.hoshimori.formats.oscal.Model.Where;
import org.hoshimori.formats.tree.Tree;

/// Writes OSCAL in XML, in canonical order. What is not of OSCAL has no place there and is listed.
final class XmlWriter {
    private final XMLStreamWriter xml;
    private final MarkupWriter markup;
    private final List<String> left = new ArrayList<>();

    private XmlWriter(XMLStreamWriter xml) {
        this.xml = xml;
        this.markup = new MarkupWriter(xml);
    }

    /// @param left gets the path of each member that was left out
    static byte[] write(OscalDocument document, List<String> left) {
        StringWriter out = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
            XmlWriter writer = new XmlWriter(xml);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeCharacters("\n");
            String root = document.kind().root();
            xml.setDefaultNamespace(XmlReader.NAMESPACE);
            xml.writeStartElement(root);
            xml.writeDefaultNamespace(XmlReader.NAMESPACE);
            writer.object(document.content(), Model.definition(root), "/" + root, "\n  ");
            xml.writeCharacters("\n");
            xml.writeEndElement();
            xml.writeCharacters("\n");
            xml.writeEndDocument();
            xml.close();
            left.addAll(writer.left);
        } catch (XMLStreamException e) {
            throw new IllegalStateException("writing to memory", e);
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void object(Tree.Fields fields, Definition definition, String path, String margin)
            throws XMLStreamException {
        for (Part part : definition.parts()) {
            if (part.where() == Where.ATTRIBUTE && fields.has(part.member())) {
                xml.writeAttribute(part.element(), legal(fields.text(part.member())));
            }
        }
        for (Part part : definition.parts()) {
            Tree value = fields.all().get(part.member());
            if (value == null || part.where() == Where.ATTRIBUTE) {
                continue;
            }
            if (part.where() == Where.TEXT) {
                xml.writeCharacters(legal(fields.text(part.member())));
            } else if (part.wrapped()) {
                start(part.member(), margin);
                elements(value, part, path, margin + "  ");
                xml.writeCharacters(margin);
                xml.writeEndElement();
            } else {
                elements(value, part, path, margin);
            }
        }
        for (String name : fields.all().keySet()) {
            if (definition.member(name).isEmpty()) {
                left.add(path + "/" + name);
            }
        }
    }

    private void start(String name, String margin) throws XMLStreamException {
        xml.writeCharacters(margin);
        xml.writeStartElement(name);
    }

    private void elements(Tree value, Part part, String path, String margin)
            throws XMLStreamException {
        for (Tree one : value instanceof Tree.Items items ? items.all() : List.of(value)) {
            element(one, part, path, margin);
        }
    }

    private void element(Tree value, Part part, String path, String margin)
            throws XMLStreamException {
        if (value instanceof Tree.Leaf leaf && part.type() != null) {
            if (part.bare()) {
                xml.writeCharacters(margin);
                markup.blocks(leaf.text());
                return;
            }
            start(part.element(), margin);
            switch (part.type()) {
                case LINE -> markup.line(leaf.text());
                case MULTI -> {
                    xml.writeCharacters(margin + "  ");
                    markup.blocks(leaf.text());
                    xml.writeCharacters(margin);
                }
                default -> xml.writeCharacters(legal(leaf.text()));
            }
            xml.writeEndElement();
        } else if (value instanceof Tree.Fields fields) {
            Definition definition = Model.definition(part.object());
            start(part.element(), margin);
            object(fields, definition, path + "/" + part.member(), margin + "  ");
            boolean elements =
                    definition.text().isEmpty()
                            && definition.parts().stream()
                                    .anyMatch(p ->
                                            p.where() == Where.ELEMENT && fields.has(p.member()));
            if (elements) {
                xml.writeCharacters(margin);
            }
            xml.writeEndElement();
        } else {
            left.add(path + "/" + part.member());
        }
    }

    private static String legal(String text) {
        return MarkupWriter.legal(text);
    }
}
