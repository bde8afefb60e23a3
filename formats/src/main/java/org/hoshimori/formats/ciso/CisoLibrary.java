package org.hoshimori.formats.ciso;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hoshimori.formats.SchemeDraft;
import org.hoshimori.formats.oscal.OscalDocument;
import org.hoshimori.formats.tree.Tree;
import org.hoshimori.formats.tree.Unreadable;
import org.hoshimori.formats.tree.YamlTree;
import org.hoshimori.rules.Fault;
import org.hoshimori.rules.Text;

/// What a library of CISO Assistant holds for us.
///
/// @param draft its framework as an edition, when it holds one
/// @param mappings its mapping sets, when it holds any
/// @param notices what was not understood
public record CisoLibrary(
        String title,
        Optional<SchemeDraft> draft,
        Optional<OscalDocument> mappings,
        List<Fault> notices) {
    private static final Pattern URN = Pattern.compile("(?m)^urn:[ \\t]*['\"]?urn:");
    private static final Pattern OBJECTS = Pattern.compile("(?m)^objects:[ \\t]*\\r?$");

    public CisoLibrary {
        notices = List.copyOf(notices);
    }

    /// What reading a file gave.
    public sealed interface Reading {
        /// It was understood.
        record Read(CisoLibrary library) implements Reading {}

        /// Why it cannot be used.
        record Refused(List<Fault> faults) implements Reading {
            public Refused {
                faults = List.copyOf(faults);
            }
        }
    }

    /// Whether a file looks like a library.
    public static boolean recognises(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return URN.matcher(text).find() && OBJECTS.matcher(text).find();
    }

    /// @param name shown in faults only
    /// @param group take only this implementation group; empty for all
    public static Reading read(String name, byte[] bytes, String group) {
        try {
            if (!(YamlTree.read(bytes) instanceof Tree.Fields library)) {
                return refused(name);
            }
            Tree.Fields objects = library.object("objects").orElse(Tree.of());
            List<Fault> notices = new ArrayList<>();
            Optional<SchemeDraft> draft = Optional.empty();
            List<Tree.Fields> frameworks = new ArrayList<>(objects.each("framework"));
            frameworks.addAll(objects.each("frameworks"));
            if (!frameworks.isEmpty()) {
                draft =
                        Optional.of(
                                new FrameworkReader(name, notices)
                                        .read(library, frameworks.getFirst(), bytes, group));
            }
            Optional<OscalDocument> mappings = MappingReader.read(library, objects);
            objects.all()
                    .forEach((key, value) -> {
                        if (!List.of(
                                        "framework",
                                        "frameworks",
                                        "requirement_mapping_set",
                                        "requirement_mapping_sets")
                                .contains(key)) {
                            notices.add(
                                    new Fault(
                                            name,
                                            value.place().line(),
                                            value.place().column(),
                                            new Text(
                                                    "「" + key + "」は取り込みません",
                                                    "\"" + key + "\" is not taken over")));
                        }
                    });
            return draft.isEmpty() && mappings.isEmpty()
                    ? refused(name)
                    : new Reading.Read(
                            new CisoLibrary(library.text("name"), draft, mappings, notices));
        } catch (Unreadable e) {
            return new Reading.Refused(List.of(e.in(name)));
        }
    }

    private static Reading refused(String name) {
        return new Reading.Refused(
                List.of(
                        new Fault(
                                name,
                                1,
                                1,
                                new Text(
                                        "フレームワークも対応表もないライブラリです。ほかのライブラリを選んでください",
                                        "the library holds neither a framework nor mappings; choose another"))));
    }
}
