package org.hoshimori.rules;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The canonical form of what was judged: `{"asked":…,"answers":[…]}` and, where any were chosen,
/// `"settings"`. Answers are in the order of their ids. Written straight as bytes, from pieces that
/// most answers share, so that the hash is most of the time that a digest takes.
final class Inputs {
    private static final int BYTES_PER_ANSWER = 56;
    private static final byte[] ASKED = "{\"asked\":".getBytes(UTF_8);
    private static final byte[] ANSWERS = ",\"answers\":[".getBytes(UTF_8);
    private static final byte[] DETAIL = ",\"detail\":".getBytes(UTF_8);

    /// What follows the id of an answer without words of its own.
    private static final Map<AnswerValue, Bare> BARE = new EnumMap<>(AnswerValue.class);

    static {
        for (AnswerValue value : AnswerValue.values()) {
            String code = value.code();
            BARE.put(value, new Bare(code, ("\"" + code + "\",\"detail\":\"\"},").getBytes(UTF_8)));
        }
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Bare(String code, byte[] bytes) {}

    private byte[] bytes;
    private int length;

    private Inputs(int answers) {
        bytes = new byte[256 + BYTES_PER_ANSWER * answers];
    }

    /// `sha256:` and the digest of the canonical form.
    static String digest(
            Index index, String asked, Answers answers, Map<String, BigDecimal> settings) {
        var inputs = new Inputs(answers.byCriterion().size());
        inputs.write(index, asked, answers, settings);
        return "sha256:" + Digests.sha256(inputs.bytes, inputs.length);
    }

    private void write(
            Index index, String asked, Answers answers, Map<String, BigDecimal> settings) {
        raw(ASKED).quoted(asked).raw(ANSWERS);
        answers.byCriterion().forEach((id, answer) -> answer(index.slot(id), id, answer));
        if (!answers.byCriterion().isEmpty()) {
            length--; // the last comma
        }
        raw((byte) ']');
        if (!settings.isEmpty()) {
            var json = new Json();
            json.object();
            settings.forEach(json::put);
            raw((",\"settings\":" + json.end()).getBytes(UTF_8));
        }
        raw((byte) '}');
    }

    private void answer(Index.@Nullable Slot slot, String id, Answer answer) {
        raw(slot == null ? opening(id) : slot.opening());
        Bare bare = BARE.get(answer.value());
        if (bare != null && answer.detail().isEmpty() && answer.word().equals(bare.code)) {
            raw(bare.bytes);
        } else {
            quoted(answer.word()).raw(DETAIL).quoted(answer.detail());
            raw((byte) '}').raw((byte) ',');
        }
    }

    /// What stands before the word of an answer to `id`.
    static byte[] opening(String id) {
        return Json.quote(new StringBuilder("{\"id\":"), id)
                .append(",\"answer\":")
                .toString()
                .getBytes(UTF_8);
    }

    private Inputs quoted(String value) {
        room(value.length() + 2);
        int at = length;
        bytes[at++] = '"';
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < ' ' || c > '~' || c == '"' || c == '\\') {
                return raw(Json.quote(new StringBuilder(), value).toString().getBytes(UTF_8));
            }
            bytes[at++] = (byte) c;
        }
        bytes[at++] = '"';
        length = at;
        return this;
    }

    private Inputs raw(byte[] piece) {
        room(piece.length);
        System.arraycopy(piece, 0, bytes, length, piece.length);
        length += piece.length;
        return this;
    }

    private Inputs raw(byte piece) {
        room(1);
        bytes[length++] = piece;
        return this;
    }

    private void room(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }
}
