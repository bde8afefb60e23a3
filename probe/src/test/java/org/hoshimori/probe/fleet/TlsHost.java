package org.hoshimori.probe.fleet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/// A JSSE server with exactly the versions and suites it is told, over which it may speak HTTP;
/// with `starttls` it first speaks SMTP in the clear.
final class TlsHost extends Server {

    /// What it signs with unless told otherwise; its JVM would also take SHA-1.
    private static final String[] USUAL = {
        "ecdsa_secp256r1_sha256",
        "rsa_pss_rsae_sha256",
        "rsa_pss_rsae_sha384",
        "rsa_pkcs1_sha256",
        "rsa_pkcs1_sha384"
    };

    private final Host host;
    private final SSLContext context;

    /// Those of its suites that the JVM has, found once: a survey connects dozens of times.
    private final String[] suites;

    TlsHost(Host host, Certificates certificates) throws IOException, GeneralSecurityException {
        this.host = host;
        Certificates.Identity identity =
                certificates.identity(
                        host.word("certificate", "good"), "127.0.0.1", host.words("names"));
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("key", identity.key().getPrivate(), new char[0], identity.chain());
        KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
        keys.init(store, new char[0]);
        this.context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        List<Predicate<String>> wanted =
                host.words("suites").stream()
                        .map(suite -> Pattern.compile(suite).asMatchPredicate())
                        .toList();
        this.suites =
                Arrays.stream(context.getSupportedSSLParameters().getCipherSuites())
                        .filter(suite -> wanted.stream().anyMatch(one -> one.test(suite)))
                        .toArray(String[]::new);
    }

    @Override
    void serve(Socket socket) {
        try (socket) {
            if (host.kind().equals("starttls")) {
                greet(socket);
            }
            SSLSocket secure =
                    (SSLSocket)
                            (host.word("old-secret", "").equals("true")
                                    ? context.getSocketFactory()
                                            .createSocket(socket, forgetful(socket), true)
                                    : context.getSocketFactory()
                                            .createSocket(
                                                    socket, "127.0.0.1", socket.getPort(), true));
            secure.setUseClientMode(false);
            List<String> versions = host.words("versions");
            if (!versions.isEmpty()) {
                secure.setEnabledProtocols(versions.toArray(String[]::new));
            }
            if (suites.length > 0) {
                secure.setEnabledCipherSuites(suites);
            }
            List<String> signatures = host.words("signatures");
            SSLParameters parameters = secure.getSSLParameters();
            parameters.setSignatureSchemes(
                    signatures.isEmpty() ? USUAL : signatures.toArray(String[]::new));
            parameters.setUseCipherSuitesOrder(!host.word("order", "server").equals("client"));
            secure.setSSLParameters(parameters);
            secure.startHandshake();
            HttpHost.answer(secure.getInputStream(), secure.getOutputStream(), host);
        } catch (IOException | IllegalArgumentException e) {
            // A client that goes away in the middle is what probes do.
            return;
        }
    }

    /// The client's hello without its wish for an extended master secret, as a server reads it that
    /// does not know that (a handshake then comes to no end, which nobody needs).
    private static InputStream forgetful(Socket socket) throws IOException {
        byte[] head = socket.getInputStream().readNBytes(5);
        if (head.length < 5) {
            throw new IOException("closed");
        }
        byte[] hello = socket.getInputStream().readNBytes((head[3] & 0xff) << 8 | head[4] & 0xff);
        for (int i = 0; i + 4 <= hello.length; i++) {
            if (hello[i] == 0 && hello[i + 1] == 23 && hello[i + 2] == 0 && hello[i + 3] == 0) {
                hello[i] = (byte) 0xfa;
                hello[i + 1] = (byte) 0xfa;
            }
        }
        return new SequenceInputStream(
                new ByteArrayInputStream(head), new ByteArrayInputStream(hello));
    }

    /// Speaks in the clear up to the word after which TLS begins.
    private void greet(Socket socket) throws IOException {
        switch (host.word("service", "smtp")) {
            case "imap" -> imap(socket);
            case "pop3" -> talk(socket, "+OK fleet POP3", "STLS", "+OK begin", "-ERR");
            case "ftp" -> talk(socket, "220 fleet FTP", "AUTH TLS", "234 begin", "500 what?");
            case "postgres" -> {
                socket.getInputStream().readNBytes(8);
                socket.getOutputStream().write('S');
            }
            case "ldap" -> {
                byte[] head = socket.getInputStream().readNBytes(2);
                if (head.length < 2) {
                    throw new IOException("closed");
                }
                socket.getInputStream().readNBytes(head[1]);
                socket.getOutputStream()
                        .write(HexFormat.of().parseHex("300c02010178070a010004000400"));
            }
            default ->
                    talk(
                            socket,
                            "220 mail.fleet.test ESMTP",
                            "STARTTLS",
                            "220 go ahead",
                            "250-mail.fleet.test\r\n250 STARTTLS");
        }
    }

    /// Every answer bears the tag of its command (RFC 9051, 2.2.1).
    private static void imap(Socket socket) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write("* OK fleet IMAP\r\n".getBytes(StandardCharsets.US_ASCII));
        for (boolean begun = false; !begun; ) {
            String[] words = line(socket).split(" ", 2);
            begun = words.length > 1 && words[1].equalsIgnoreCase("STARTTLS");
            boolean asked = words.length > 1 && words[1].equalsIgnoreCase("CAPABILITY");
            out.write(
                    ((asked ? "* CAPABILITY IMAP4rev1 STARTTLS\r\n" : "")
                                    + words[0]
                                    + (begun || asked ? " OK\r\n" : " BAD\r\n"))
                            .getBytes(StandardCharsets.US_ASCII));
        }
    }

    private static void talk(Socket socket, String greeting, String word, String yes, String other)
            throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write((greeting + "\r\n").getBytes(StandardCharsets.US_ASCII));
        // One byte at a time: nothing of the handshake may be swallowed.
        while (!line(socket).startsWith(word)) {
            out.write((other + "\r\n").getBytes(StandardCharsets.US_ASCII));
        }
        out.write((yes + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    private static String line(Socket socket) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = socket.getInputStream().read();
                c != '\n';
                c = socket.getInputStream().read()) {
            if (c < 0) {
                throw new IOException("closed");
            }
            line.append((char) c);
        }
        return line.toString().strip();
    }
}
