package org.hoshimori.platform.api;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.deser.std.StdDeserializer;

/// Texts without a NUL: PostgreSQL keeps none.
final class PlainText extends StdDeserializer<String> {

    PlainText() {
        super(String.class);
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) {
        String text = StringDeserializer.instance.deserialize(parser, context);
        if (text.indexOf('\0') >= 0) {
            return (String) context.handleWeirdStringValue(String.class, text, "a NUL is no text");
        }
        return text;
    }
}
