package org.hoshimori.probe.http;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hoshimori.probe.Malformed;
import org.hoshimori.probe.Octets;

/// Reads one HTTP/1 answer (RFC 9112) of bounded size. Libraries tidy headers up; evidence must
/// not.
final class HttpReader {

    static final int MOST_HEAD = 64 * 1024;
    static final int MOST_BODY = 512 * 1024;

    private final InputStream in;
    private final int mostBody;
    private final ByteArrayOutputStream head = new ByteArrayOutputStream();

    HttpReader(InputStream in) {
        this(in, MOST_BODY);
    }

    /// @param mostBody the most bytes of body that are read
    HttpReader(InputStream in, int mostBody) {
        this.in = in;
        this.mostBody = mostBody;
    }

    HttpAnswer read() throws IOException, Malformed {
        String status = line();
        if (!status.matches("HTTP/1\\.[01] [1-9]\\d\\d( .*)?")) {
            throw new Malformed("not an HTTP/1 status line");
        }
        List<HttpAnswer.Header> headers = new ArrayList<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            if ((line.startsWith(" ") || line.startsWith("\t")) && !headers.isEmpty()) {
                HttpAnswer.Header last = headers.removeLast();
                headers.add(new HttpAnswer.Header(last.name(), last.value() + " " + line.strip()));
                continue;
            }
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.add(
                        new HttpAnswer.Header(
                                line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                                line.substring(colon + 1).strip()));
            }
        }
        int code = Integer.parseInt(status.substring(9, 12));
        HttpAnswer bare = new HttpAnswer(code, headers, Octets.of(head.toByteArray()), new byte[0]);
        if (code < 200) {
            // The answer itself is still to come (RFC 9110, section 15.2); the bound on heads
            // counts them together.
            return read();
        }
        return new HttpAnswer(
                code, headers, bare.head(), code == 204 || code == 304 ? new byte[0] : body(bare));
    }

    private byte[] body(HttpAnswer answer) throws IOException, Malformed {
        if (answer.header("transfer-encoding")
                .orElse("")
                .toLowerCase(Locale.ROOT)
                .contains("chunked")) {
            return chunks();
        }
        long length = mostBody;
        String said = answer.header("content-length").orElse("");
        if (said.matches("\\d{1,18}")) {
            length = Math.min(length, Long.parseLong(said));
        }
        return some((int) length);
    }

    private byte[] chunks() throws IOException, Malformed {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        while (body.size() < mostBody) {
            String size = line().split(";", 2)[0].strip();
            if (!size.matches("[0-9a-fA-F]{1,8}")) {
                throw new Malformed("not the size of a chunk");
            }
            long length = Long.parseLong(size, 16);
            if (length == 0) {
                break;
            }
            byte[] chunk = some((int) Math.min(length, mostBody - body.size()));
            body.writeBytes(chunk);
            if (chunk.length < length) {
                break;
            }
            line();
        }
        return body.toByteArray();
    }

    /// Up to this many bytes; less when the server closes before.
    private byte[] some(int most) throws IOException {
        return in.readNBytes(most);
    }

    private String line() throws IOException, Malformed {
        StringBuilder line = new StringBuilder();
        while (true) {
            int octet = in.read();
            if (octet < 0) {
                throw new EOFException("closed in the middle of the answer");
            }
            if (head.size() > MOST_HEAD || line.length() > MOST_HEAD) {
                throw new Malformed("a head of more than " + MOST_HEAD + " bytes");
            }
            head.write(octet);
            if (octet == '\n') {
                break;
            }
            line.append((char) octet);
        }
        String text = line.toString();
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    static HttpAnswer parse(byte[] bytes) throws Malformed, IOException {
        return new HttpReader(new java.io.ByteArrayInputStream(bytes)).read();
    }

    /// @param more further header lines, each with its line break
    static byte[] request(String host, String path, String more) {
        return ("GET "
                        + path
                        + " HTTP/1.1\r\nHost: "
                        + host
                        + "\r\nUser-Agent: "
                        + HttpExchange.WHO
                        + "\r\nAccept: */*\r\n"
                        + more
                        + "Connection: close\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
    }
}
