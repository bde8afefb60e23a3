package org.hoshimori.probe.fleet;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A TLS 1.2 server with manners that no library offers any more: compression, no secure
/// renegotiation, a short prime, an old curve. It goes as far as its own first flight (RFC 5246,
/// section 7.4) and then refuses to go on.
final class HelloHost extends Server {

    private static final int SIGNED_WITH = 0x0401;

    private static final int PROTOCOL_VERSION = 70;
    private static final int HANDSHAKE_FAILURE = 40;

    private final Host host;
    private final Certificates.Identity identity;
    private final SecureRandom random = new SecureRandom();

    /// What a ClientHello offers.
    private record Hello(
            byte[] random,
            Set<Integer> suites,
            boolean compresses,
            Map<Integer, byte[]> extensions) {

        boolean lists(int extension, int head, int wanted) {
            ByteBuffer list = ByteBuffer.wrap(extensions.getOrDefault(extension, new byte[0]));
            if (list.remaining() < head) {
                return false;
            }
            list.position(head);
            while (list.remaining() >= 2) {
                if ((list.getShort() & 0xffff) == wanted) {
                    return true;
                }
            }
            return false;
        }
    }

    HelloHost(Host host, Certificates certificates) throws IOException {
        this.host = host;
        this.identity = certificates.identity("good", "127.0.0.1");
    }

    @Override
    void serve(Socket socket) {
        try (socket) {
            DataInputStream in = new DataInputStream(socket.getInputStream());
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            if (in.readUnsignedByte() != 22) {
                return;
            }
            in.readUnsignedShort();
            byte[] record = in.readNBytes(in.readUnsignedShort());
            ByteBuffer body = ByteBuffer.wrap(record, 4, record.length - 4);
            int version = body.getShort() & 0xffff;
            Hello hello = hello(body);
            if (version < 0x0303
                    || hello.extensions().containsKey(43) && !hello.lists(43, 1, 0x0303)) {
                alert(out, PROTOCOL_VERSION);
                return;
            }
            Optional<Integer> suite = suite(hello);
            if (suite.isEmpty()) {
                alert(out, HANDSHAKE_FAILURE);
                return;
            }
            flight(out, hello, suite.get());
            // Nobody gets further than this; whoever tries may say all that he has to say.
            in.readUnsignedByte();
            alert(out, HANDSHAKE_FAILURE);
            socket.shutdownOutput();
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException | GeneralSecurityException e) {
            // The probe went away: it has what it wanted.
            return;
        }
    }

    private static Hello hello(ByteBuffer body) {
        byte[] random = new byte[32];
        body.get(random);
        body.position(body.position() + 1 + body.get(body.position()));
        Set<Integer> suites = new HashSet<>();
        for (int left = body.getShort() & 0xffff; left > 0; left -= 2) {
            suites.add(body.getShort() & 0xffff);
        }
        boolean compresses = false;
        for (int left = body.get(); left > 0; left--) {
            compresses |= body.get() == 1;
        }
        Map<Integer, byte[]> extensions = new HashMap<>();
        if (body.remaining() > 2) {
            body.getShort();
        }
        while (body.remaining() >= 4) {
            int type = body.getShort() & 0xffff;
            byte[] content = new byte[body.getShort() & 0xffff];
            body.get(content);
            extensions.put(type, content);
        }
        return new Hello(random, suites, compresses, extensions);
    }

    /// Its own first one for which the client offers all that is needed.
    private Optional<Integer> suite(Hello hello) {
        return host.words("suites").stream()
                .map(code -> Integer.parseInt(code, 16))
                .filter(hello.suites()::contains)
                .filter(_ -> curve() == 0 || hello.lists(10, 2, curve()))
                .filter(_ -> curve() == 0 && prime() == 0 || hello.lists(13, 2, SIGNED_WITH))
                .findFirst();
    }

    private int curve() {
        return Integer.parseInt(host.word("curve", "0"));
    }

    private int prime() {
        return Integer.parseInt(host.word("prime", "0"));
    }

    private void flight(DataOutputStream out, Hello hello, int suite)
            throws IOException, GeneralSecurityException {
        byte[] own = new byte[32];
        random.nextBytes(own);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        DataOutputStream flight = new DataOutputStream(all);
        message(flight, 2, serverHello(hello, own, suite));
        message(flight, 11, certificates());
        if (curve() != 0 || prime() != 0) {
            message(flight, 12, exchange(hello, own));
        }
        message(flight, 14, new byte[0]);
        record(out, 22, all.toByteArray());
    }

    private byte[] serverHello(Hello hello, byte[] own, int suite) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeShort(0x0303);
        out.write(own);
        out.writeByte(0);
        out.writeShort(suite);
        out.writeByte(hello.compresses() && host.word("compression", "").equals("true") ? 1 : 0);
        // Extended master secret, and unless told otherwise secure renegotiation (RFC 5746).
        boolean secure = !host.word("renegotiation", "").equals("insecure");
        String extensions =
                (hello.extensions().containsKey(23) ? "00170000" : "")
                        + (secure ? "ff01000100" : "");
        byte[] list = HexFormat.of().parseHex(extensions);
        out.writeShort(list.length);
        out.write(list);
        return bytes.toByteArray();
    }

    private byte[] certificates() throws IOException, GeneralSecurityException {
        ByteArrayOutputStream list = new ByteArrayOutputStream();
        for (X509Certificate certificate : identity.chain()) {
            long24(list, certificate.getEncoded());
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        long24(bytes, list.toByteArray());
        return bytes.toByteArray();
    }

    private byte[] exchange(Hello hello, byte[] own) throws IOException, GeneralSecurityException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        if (curve() != 0) {
            out.writeByte(3);
            out.writeShort(curve());
            // Nobody goes on to reckon with the point.
            byte[] point = new byte[49];
            random.nextBytes(point);
            point[0] = 4;
            out.writeByte(point.length);
            out.write(point);
        } else {
            for (BigInteger number :
                    List.of(
                            BigInteger.probablePrime(prime(), random),
                            BigInteger.TWO,
                            new BigInteger(prime() - 1, random))) {
                byte[] magnitude = number.toByteArray();
                int sign = magnitude[0] == 0 ? 1 : 0;
                out.writeShort(magnitude.length - sign);
                out.write(magnitude, sign, magnitude.length - sign);
            }
        }
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(identity.key().getPrivate());
        signature.update(hello.random());
        signature.update(own);
        signature.update(bytes.toByteArray());
        byte[] signed = signature.sign();
        out.writeShort(SIGNED_WITH);
        out.writeShort(signed.length);
        out.write(signed);
        return bytes.toByteArray();
    }

    private static void message(DataOutputStream out, int type, byte[] body) throws IOException {
        out.writeByte(type);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        long24(bytes, body);
        out.write(bytes.toByteArray());
    }

    private static void long24(ByteArrayOutputStream out, byte[] content) {
        out.write(content.length >> 16);
        out.write(content.length >> 8);
        out.write(content.length);
        out.writeBytes(content);
    }

    private static void alert(DataOutputStream out, int code) throws IOException {
        record(out, 21, new byte[] {2, (byte) code});
    }

    private static void record(DataOutputStream out, int type, byte[] content) throws IOException {
        out.writeByte(type);
        out.writeShort(0x0303);
        out.writeShort(content.length);
        out.write(content);
        out.flush();
    }
}
