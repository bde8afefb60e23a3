package org.hoshimori.rules.sheet;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.hoshimori.rules.Text;

/// XML from strangers: no document type, no entity, nothing fetched. Office never writes a DOCTYPE,
/// so one is refused rather than skipped.
final class Xml {
    private static final XMLInputFactory FACTORY = factory();

    private Xml() {}

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

    /// What is done with an element as it begins; it may read on to the element's end.
    @FunctionalInterface
    interface Visitor {
        void start(XMLStreamReader element) throws XMLStreamException, Unreadable;
    }

    /// Visits every element of the document.
    static void visit(byte[] document, Visitor visitor) throws Unreadable {
        try {
            XMLStreamReader reader =
                    FACTORY.createXMLStreamReader(new StringReader(text(document)));
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.DTD ->
                            throw new Unreadable(
                                    new Text(
                                            "文書型宣言 (DTD) を含むファイルは受け付けません",
                                            "files with a document type (DTD) are refused"),
                                    new Text(
                                            "表計算ソフトで開き、XLSXとして保存し直してください",
                                            "open it in a spreadsheet and save it again as XLSX"));
                    case XMLStreamConstants.START_ELEMENT -> visitor.start(reader);
                    default -> {}
                }
            }
        } catch (XMLStreamException e) {
            throw ZipPackage.broken();
        }
    }

    /// ECMA-376 allows UTF-8 and UTF-16 only, whatever the declaration says.
    static String text(byte[] document) throws Unreadable {
        boolean wide = document.length > 1 && (document[0] & 0xFF) + (document[1] & 0xFF) == 0x1FD;
        try {
            String text =
                    (wide ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8)
                            .newDecoder()
                            .decode(ByteBuffer.wrap(document))
                            .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw ZipPackage.broken();
        }
    }

    /// The text inside the element that has just begun, leaving out elements named in `but` (such
    /// as `rPh`, the reading aid over Japanese words). Ends at the element's end.
    static String text(XMLStreamReader reader, String only, String but) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        int skipping = 0;
        int inside = reader.getLocalName().equals(only) ? 1 : 0;
        for (int depth = 1; depth > 0; ) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    depth++;
                    skipping += reader.getLocalName().equals(but) ? 1 : 0;
                    inside += reader.getLocalName().equals(only) ? 1 : 0;
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    skipping -= reader.getLocalName().equals(but) ? 1 : 0;
                    inside -= reader.getLocalName().equals(only) ? 1 : 0;
                }
                case XMLStreamConstants.CHARACTERS,
                        XMLStreamConstants.CDATA,
                        XMLStreamConstants.SPACE -> {
                    if (skipping == 0 && inside > 0) {
                        text.append(reader.getText());
                    }
                }
                default -> {}
            }
        }
        return text.toString();
    }
}
