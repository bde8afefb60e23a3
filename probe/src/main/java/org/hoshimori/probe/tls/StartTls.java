package org.hoshimori.probe.tls;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.hoshimori.probe.Protocol;
import org.hoshimori.probe.reach.Wire;

/// The words that lead from clear text to TLS on each service.
public final class StartTls {

    private static final int LINE = 4096;
    private static final int MOST_LINES = 100;

    private StartTls() {}

    /// The server speaks the service but offers no TLS.
    public static final class NotOffered extends IOException {
        @java.io.Serial private static final long serialVersionUID = 1L;

        NotOffered(String answer) {
            super(answer);
        }
    }

    /// Leads the connection to the point where a ClientHello may be sent.
    ///
    /// @throws NotOffered when the server says that it has no TLS
    public static void upgrade(Wire wire, Protocol service) throws IOException {
        switch (service) {
            case SMTP, SUBMISSION -> smtp(wire);
            case IMAP -> imap(wire);
            case POP3 -> pop(wire);
            case FTP -> ftp(wire);
            case POSTGRES -> postgres(wire);
            case LDAP -> ldap(wire);
            default -> {}
        }
    }

    private static void say(Wire wire, String line) throws IOException {
        wire.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    private static String reply(Wire wire, StringBuilder all) throws IOException {
        for (int i = 0; i < MOST_LINES; i++) {
            String line = wire.line(LINE);
            all.append(line).append('\n');
            if (line.length() < 4 || line.charAt(3) != '-') {
                return line;
            }
        }
        throw new IOException("an answer of more than " + MOST_LINES + " lines");
    }

    private static void expect(String line, String start) throws IOException {
        if (!line.startsWith(start)) {
            throw new NotOffered(line);
        }
    }

    private static void smtp(Wire wire) throws IOException {
        if (!reply(wire, new StringBuilder()).startsWith("220")) {
            throw new IOException("no SMTP greeting");
        }
        say(wire, "EHLO probe.invalid");
        StringBuilder features = new StringBuilder();
        reply(wire, features);
        if (!features.toString().toUpperCase(Locale.ROOT).contains("STARTTLS")) {
            throw new NotOffered("EHLO names no STARTTLS");
        }
        say(wire, "STARTTLS");
        expect(reply(wire, new StringBuilder()), "220");
    }

    private static void imap(Wire wire) throws IOException {
        wire.line(LINE);
        say(wire, "a1 STARTTLS");
        for (int i = 0; i < MOST_LINES; i++) {
            String line = wire.line(LINE);
            if (line.startsWith("a1 ")) {
                expect(line.toUpperCase(Locale.ROOT), "A1 OK");
                return;
            }
        }
        throw new IOException("no answer to STARTTLS");
    }

    private static void pop(Wire wire) throws IOException {
        wire.line(LINE);
        say(wire, "STLS");
        expect(wire.line(LINE), "+OK");
    }

    private static void ftp(Wire wire) throws IOException {
        reply(wire, new StringBuilder());
        say(wire, "AUTH TLS");
        expect(reply(wire, new StringBuilder()), "234");
    }

    /// SSLRequest (PostgreSQL protocol, 55.7).
    private static void postgres(Wire wire) throws IOException {
        wire.write(new byte[] {0, 0, 0, 8, 4, (byte) 0xd2, 0x16, 0x2f});
        byte[] answer = wire.exactly(1);
        if (answer[0] != 'S') {
            throw new NotOffered("answered " + (char) answer[0]);
        }
    }

    /// ExtendedRequest 1.3.6.1.4.1.1466.20037 (RFC 4511, section 4.14).
    private static void ldap(Wire wire) throws IOException {
        byte[] oid = "1.3.6.1.4.1.1466.20037".getBytes(StandardCharsets.US_ASCII);
        byte[] request = new byte[9 + oid.length];
        System.arraycopy(
                new byte[] {
                    0x30,
                    (byte) (7 + oid.length),
                    2,
                    1,
                    1,
                    0x77,
                    (byte) (2 + oid.length),
                    (byte) 0x80,
                    (byte) oid.length
                },
                0,
                request,
                0,
                9);
        System.arraycopy(oid, 0, request, 9, oid.length);
        wire.write(request);
        byte[] head = wire.exactly(2);
        int length = head[1] & 0xff;
        if ((length & 0x80) != 0) {
            int octets = length & 0x7f;
            if (octets < 1 || octets > 2) {
                throw new IOException("not an LDAP answer");
            }
            byte[] more = wire.exactly(octets);
            length = octets == 1 ? more[0] & 0xff : (more[0] & 0xff) << 8 | more[1] & 0xff;
        }
        byte[] body = wire.exactly(length);
        // messageID, then [APPLICATION 24] whose first element is the result code.
        int at = indexOf(body, (byte) 0x78);
        int code = at < 0 ? -1 : indexOf(Arrays.copyOfRange(body, at, body.length), (byte) 0x0a);
        if (code < 0 || at + code + 2 >= body.length || body[at + code + 2] != 0) {
            throw new NotOffered("LDAP result is not success");
        }
    }

    private static int indexOf(byte[] bytes, byte wanted) {
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == wanted) {
                return i;
            }
        }
        return -1;
    }
}
