package org.hoshimori.probe.fleet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Security;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Optional;

/// Raises the fleet in a JVM of its own, because old versions and suites are only served when the
/// whole JVM allows them. Prints `id port` lines and what a TLSA record says of the key of most of
/// them, then `ready`, and ends when its input does.
public final class Fleet {

    private Fleet() {}

    /// @param args where to write the authority; how many times to raise each host (further ones
    ///   are named `id#2` …); by how many milliseconds each answer is late
    public static void main(String[] args) throws IOException, GeneralSecurityException {
        Security.setProperty("jdk.tls.disabledAlgorithms", "");
        Security.setProperty("jdk.certpath.disabledAlgorithms", "");
        Security.setProperty("jdk.tls.legacyAlgorithms", "");
        Certificates certificates = new Certificates();
        raise(new ListHost(certificates));
        Files.writeString(Path.of(args[0]), pem(certificates));
        int copies = Integer.parseInt(args[1]);
        int late = Integer.parseInt(args[2]);
        for (int copy = 1; copy <= copies; copy++) {
            for (Host host : Hosts.all()) {
                Optional<Server> server = server(host, certificates);
                if (server.isPresent()) {
                    int port = raise(server.get());
                    if (late > 0) {
                        port = raise(new LateHost(port, late));
                    }
                    System.out.println(host.id() + (copy == 1 ? "" : "#" + copy) + " " + port);
                }
            }
        }
        System.out.println("tlsa " + certificates.usualKeyDigest());
        System.out.println("ready");
        while (System.in.read() >= 0) {
            // Whoever started us keeps this open for as long as the fleet is wanted.
        }
        System.exit(0);
    }

    private static Optional<Server> server(Host host, Certificates certificates)
            throws IOException, GeneralSecurityException {
        return switch (host.kind()) {
            case "tls", "starttls" -> Optional.of(new TlsHost(host, certificates));
            case "hello" -> Optional.of(new HelloHost(host, certificates));
            case "raw" -> Optional.of(new RawHost(host));
            default -> Optional.empty();
        };
    }

    private static int raise(Server server) {
        Thread.ofPlatform().daemon().start(server);
        return server.port();
    }

    private static String pem(Certificates certificates) throws CertificateEncodingException {
        StringBuilder pem = new StringBuilder();
        for (X509Certificate root : certificates.roots()) {
            pem.append("-----BEGIN CERTIFICATE-----\n")
                    .append(Base64.getMimeEncoder().encodeToString(root.getEncoded()))
                    .append("\n-----END CERTIFICATE-----\n");
        }
        return pem.toString();
    }
}
