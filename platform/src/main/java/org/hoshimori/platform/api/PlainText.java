package org.hoshimori.platform.api;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.deser.std.StdDeserializer;

/// Texts that are kept as they came: PostgreSQL keeps no NUL, and half of a surrogate pair is no
/// character in UTF-8.
final class PlainText extends StdDeserializer<String> {

    PlainText() {
        super(String.class);
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) {
        String text = StringDeserializer.instance.deserialize(parser, context);
        boolean kept =
                text.codePoints()
                        .noneMatch(point ->
                                point == 0
                                        || point <= Character.MAX_VALUE
                                                && Character.isSurrogate((char) point));
        return kept
                ? text
                : (String) context.handleWeirdStringValue(String.class, text, "no plain text");
    }
}
