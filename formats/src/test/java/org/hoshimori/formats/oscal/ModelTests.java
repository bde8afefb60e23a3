package org.hoshimori.formats.oscal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.hoshimori.formats.oscal.Model.Definition;
import org.hoshimori.formats.oscal.Model.Part;
import org.hoshimori.formats.tree.Tree;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Our table of OSCAL against the JSON schema that NIST publishes.
class ModelTests {
    private final Set<String> seen = new HashSet<>();
    private Tree.Fields definitions = Tree.of();

    @ParameterizedTest
    @EnumSource(OscalKind.class)
    void every_member_its_type_and_whether_it_is_required_are_as_in_the_official_schema(
            OscalKind kind) {
        Tree.Fields schema =
                Official.json(Official.shared("oscal-schemas/oscal_complete_schema.json"));
        definitions = schema.object("definitions").orElseThrow();
        String name =
                definitions.all().keySet().stream()
                        .filter(key -> key.endsWith(":" + kind.root()))
                        .findFirst()
                        .orElseThrow();

        compare(definitions.object(name).orElseThrow(), Model.definition(kind.root()), name);

        assertThat(seen).hasSizeGreaterThan(10);
    }

    private void compare(Tree.Fields given, Definition ours, String path) {
        Tree.Fields schema = resolved(given);
        if (!seen.add(ours.name()) || !schema.has("properties")) {
            return;
        }
        Tree.Fields properties = schema.object("properties").orElseThrow();
        Set<String> members = new TreeSet<>();
        Set<String> required = new TreeSet<>();
        for (Part part : ours.parts()) {
            members.add(part.member());
            if (part.required() || part.where() == Model.Where.TEXT) {
                required.add(part.member());
            }
        }
        assertThat(members).as(path).containsExactlyInAnyOrderElementsOf(properties.all().keySet());
        assertThat(required).as(path).containsAll(new TreeSet<>(schema.words("required")));
        for (Part part : ours.parts()) {
            Tree.Fields property = properties.object(part.member()).orElseThrow();
            Tree.Fields item = part.many() ? item(property) : property;
            if (part.type() == null) {
                compare(item, Model.definition(part.object()), path + "/" + part.member());
            } else {
                assertThat(type(item)).as(path + "/" + part.member()).contains(part.type());
            }
        }
    }

    private static Tree.Fields item(Tree.Fields property) {
        Tree.Fields list = property.has("items") ? property : property.each("anyOf").getLast();
        return list.object("items").orElseThrow();
    }

    private Tree.Fields resolved(Tree.Fields schema) {
        return schema.has("$ref")
                ? resolved(
                        definitions
                                .object(schema.text("$ref").replace("#/definitions/", ""))
                                .orElseThrow())
                : schema;
    }

    /// The types that a schema of a single value allows.
    private Set<Datatype> type(Tree.Fields schema) {
        Set<Datatype> types = new HashSet<>();
        schema.each("anyOf").forEach(choice -> types.addAll(type(choice)));
        schema.each("allOf").forEach(choice -> types.addAll(type(choice)));
        String reference = schema.text("$ref").replace("#/definitions/", "");
        switch (reference) {
            case "StringDatatype" -> types.add(Datatype.STRING);
            case "TokenDatatype" -> types.add(Datatype.TOKEN);
            case "UUIDDatatype" -> types.add(Datatype.UUID);
            case "URIDatatype" -> types.add(Datatype.URI);
            case "URIReferenceDatatype" -> types.add(Datatype.URI_REFERENCE);
            case "DateTimeWithTimezoneDatatype" -> types.add(Datatype.DATETIME);
            case "DateDatatype" -> types.add(Datatype.DATE);
            case "EmailAddressDatatype" -> types.add(Datatype.EMAIL_ADDRESS);
            case "Base64Datatype" -> types.add(Datatype.BASE64);
            case "NonNegativeIntegerDatatype", "PositiveIntegerDatatype", "IntegerDatatype" ->
                    types.add(Datatype.INTEGER);
            case "DecimalDatatype" -> types.add(Datatype.DECIMAL);
            case "BooleanDatatype" -> types.add(Datatype.BOOLEAN);
            case "MarkupLineDatatype" -> types.add(Datatype.LINE);
            case "MarkupMultilineDatatype" -> types.add(Datatype.MULTI);
            case "" -> {}
            default -> types.addAll(type(definitions.object(reference).orElseThrow()));
        }
        return types;
    }
}
