package org.hoshimori.formats.oscal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The shape of OSCAL documents, from the table `oscal.model` beside this class, which explains its
/// notation.
final class Model {
    /// One object: an element in XML.
    record Definition(String name, List<Part> parts) {
        Optional<Part> member(String name) {
            return parts.stream().filter(part -> part.member.equals(name)).findFirst();
        }

        Optional<Part> element(String name) {
            return parts.stream()
                    .filter(part ->
                            part.where == Where.ELEMENT
                                    && (part.wrapped ? part.member : part.element).equals(name))
                    .findFirst();
        }

        Optional<Part> attribute(String name) {
            return parts.stream()
                    .filter(part -> part.where == Where.ATTRIBUTE && part.element.equals(name))
                    .findFirst();
        }

        /// Where the element's own text goes.
        Optional<Part> text() {
            return parts.stream().filter(part -> part.where == Where.TEXT).findFirst();
        }

        /// Paragraphs that stand in the element without one of their own.
        Optional<Part> bare() {
            return parts.stream().filter(Part::bare).findFirst();
        }
    }

    enum Where {
        ATTRIBUTE,
        TEXT,
        ELEMENT
    }

    /// One part of an object.
    ///
    /// @param element its name in XML
    /// @param member its name in JSON and YAML
    /// @param type of a single value; null for an object
    /// @param object name of the object's definition; empty for a single value
    record Part(
            Where where,
            String element,
            String member,
            @Nullable Datatype type,
            String object,
            boolean many,
            boolean wrapped,
            boolean bare,
            boolean required) {}

    private static final Set<String> TYPES =
            Set.of(
                    "string",
                    "token",
                    "uuid",
                    "uri",
                    "uri-reference",
                    "datetime",
                    "date",
                    "base64",
                    "email-address",
                    "integer",
                    "decimal",
                    "boolean",
                    "line",
                    "multi");
    private static final Map<String, Definition> DEFINITIONS = read();

    private Model() {}

    static Definition definition(String name) {
        return Objects.requireNonNull(DEFINITIONS.get(name), name);
    }

    static Set<String> names() {
        return DEFINITIONS.keySet();
    }

    private static Map<String, Definition> read() {
        Map<String, Definition> read = new HashMap<>();
        try (InputStream table =
                Objects.requireNonNull(Model.class.getResourceAsStream("oscal.model"))) {
            for (String line :
                    new String(table.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
                if (!line.startsWith("#")) {
                    String[] sides = line.split(" = ?", 2);
                    List<Part> parts = new ArrayList<>();
                    for (String token : sides[1].isEmpty() ? new String[0] : sides[1].split(" ")) {
                        parts.add(part(token));
                    }
                    read.put(sides[0], new Definition(sides[0], List.copyOf(parts)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the table of OSCAL", e);
        }
        return read;
    }

    private static Part part(String token) {
        boolean required = token.endsWith("!");
        String rest = required ? token.substring(0, token.length() - 1) : token;
        boolean bare = rest.endsWith("~");
        rest = bare ? rest.substring(0, rest.length() - 1) : rest;
        Where where =
                switch (rest.charAt(0)) {
                    case '@' -> Where.ATTRIBUTE;
                    case '#' -> Where.TEXT;
                    default -> Where.ELEMENT;
                };
        rest = where == Where.ELEMENT ? rest : rest.substring(1);
        String[] typed = rest.split(":", 2);
        String[] names = typed[0].split("\\*", 2);
        boolean many = names.length == 2;
        boolean wrapped = many && names[1].endsWith(">");
        String member =
                many ? wrapped ? names[1].substring(0, names[1].length() - 1) : names[1] : names[0];
        // `email-address` names both a type and an element without further parts.
        String type = typed.length == 2 ? typed[1] : names[0];
        boolean single = typed.length == 2 && TYPES.contains(type);
        return new Part(
                where,
                names[0],
                member,
                single ? Datatype.of(type) : null,
                single ? "" : type,
                many,
                wrapped,
                bare,
                required);
    }
}
