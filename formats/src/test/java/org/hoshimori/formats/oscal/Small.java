package org.hoshimori.formats.oscal;

import java.nio.charset.StandardCharsets;

/// One small catalog of our own in three syntaxes, with every kind of markup, parameters, a
/// withdrawn control, a control inside another.
final class Small {
    static final String JSON =
            """
            {"catalog": {
              "uuid": "3d2f7a52-3c11-4d0c-9b35-5a2f3f1a0001",
              "metadata": {"title": "Small catalog", "last-modified": "2026-11-01T00:00:00Z",
                "version": "1.0", "oscal-version": "1.1.3",
                "revisions": [{"version": "0.9", "remarks": "Draft"}]},
              "params": [{"id": "p0", "label": "loose", "values": ["every month"]}],
              "groups": [{"id": "g", "title": "Access",
                "controls": [
                  {"id": "a-1", "title": "Keys", "params": [{"id": "a-1_p", "label": "days", "constraints": [{"description": "at *most* 30"}]}],
                   "props": [{"name": "label", "value": "A-1"}],
                   "links": [{"href": "#3d2f7a52-3c11-4d0c-9b35-5a2f3f1a0002", "rel": "reference"}],
                   "parts": [
                     {"id": "a-1_smt", "name": "statement", "prose": "Change keys {{ insert: param, p0 }}, after {{ insert: param, a-1_p }} **days** at most:\\n\\n* one\\n* two\\n  1. inner\\n\\n| a | b |\\n| --- | --- |\\n| 1 | `x` |",
                      "parts": [{"id": "a-1_smt.a", "name": "item", "props": [{"name": "label", "value": "a."}], "prose": "on [loss](https://example.org/a_b); H~2~O, 10^6^"}]},
                     {"id": "a-1_gdn", "name": "guidance", "prose": "# Why\\n\\n> Because \\\\*keys\\\\* leak.\\n\\n```\\ncode <x>\\n```"}],
                   "controls": [{"id": "a-1.1", "title": "Inner", "parts": [{"name": "statement", "prose": "Inside & out."}]}]},
                  {"id": "a-2", "title": "Gone", "props": [{"name": "status", "value": "withdrawn"}]},
                  {"id": "a-3", "title": "1. Only *a* title"}]}],
              "back-matter": {"resources": [{"uuid": "3d2f7a52-3c11-4d0c-9b35-5a2f3f1a0002", "title": "Book",
                "rlinks": [{"href": "https://example.org/book", "hashes": [{"algorithm": "SHA-256", "value": "00"}]}],
                "base64": {"filename": "a.txt", "media-type": "text/plain", "value": "aGVsbG8="}}]}
            }}
            """;

    static final OscalDocument CATALOG = Official.read(JSON.getBytes(StandardCharsets.UTF_8));

    static final String PROFILE =
            """
            profile:
              uuid: 3d2f7a52-3c11-4d0c-9b35-5a2f3f1a0003
              metadata:
                title: Small profile
                last-modified: 2026-11-01T00:00:00Z
                version: "1.0"
                oscal-version: 1.1.3
              imports:
                - href: small_catalog.json
                  include-controls:
                    - with-ids: [a-1.1]
              merge:
                as-is: true
              modify:
                set-parameters:
                  - param-id: a-1_p
                    values: ["20"]
            """;

    private Small() {}

    static byte[] bytes(Syntax syntax) {
        return OscalFiles.write(CATALOG, syntax);
    }
}
