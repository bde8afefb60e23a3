package org.hoshimori.formats.oscal;

import org.hoshimori.rules.Code;

/// How a document is written down.
public enum Syntax implements Code {
    JSON,
    YAML,
    XML
}
