package org.hoshimori.formats.oscal;

import java.util.List;
import org.hoshimori.formats.tree.Tree;
import org.hoshimori.rules.Fault;

/// A document that was read, whatever it was written in: members named as in JSON, values of known
/// members spelled as their types demand.
///
/// @param content what stands below the root
/// @param notices what was not understood (kept in JSON and YAML all the same), and where the
///   document is not as OSCAL says; each with its place
public record OscalDocument(
        OscalKind kind, Tree.Fields content, Syntax syntax, List<Fault> notices) {
    public OscalDocument {
        notices = List.copyOf(notices);
    }

    /// What reading a file gave.
    public sealed interface Reading {
        /// It was understood.
        record Read(OscalDocument document) implements Reading {}

        /// Why it cannot be used.
        record Refused(List<Fault> faults) implements Reading {
            public Refused {
                faults = List.copyOf(faults);
            }
        }
    }

    /// A document of ours.
    static OscalDocument of(OscalKind kind, Tree.Fields content) {
        return new OscalDocument(kind, content, Syntax.JSON, List.of());
    }

    public String uuid() {
        return content.text("uuid");
    }

    public Tree.Fields metadata() {
        return content.object("metadata").orElse(Tree.of());
    }

    public String title() {
        return metadata().text("title");
    }

    public String version() {
        return metadata().text("version");
    }

    /// The version of OSCAL that it follows.
    public String oscalVersion() {
        return metadata().text("oscal-version");
    }

    OscalDocument with(Tree.Fields changed) {
        return new OscalDocument(kind, changed, syntax, notices);
    }
}
