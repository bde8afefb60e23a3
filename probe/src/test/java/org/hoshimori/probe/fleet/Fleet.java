package org.hoshimori.probe.fleet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Security;
import java.security.cert.CertificateEncodingException;
import java.util.Base64;

/// Raises the fleet in a JVM of its own, because old versions and suites are only served when the
/// whole JVM allows them. Prints `id port` lines, then `ready`, and ends when its input does.
public final class Fleet {

    private Fleet() {}

    public static void main(String[] args) throws IOException, GeneralSecurityException {
        Security.setProperty("jdk.tls.disabledAlgorithms", "");
        Security.setProperty("jdk.certpath.disabledAlgorithms", "");
        Security.setProperty("jdk.tls.legacyAlgorithms", "");
        Certificates certificates = new Certificates();
        Files.writeString(Path.of(args[0]), pem(certificates));
        for (Host host : Hosts.all()) {
            switch (host.kind()) {
                case "tls", "starttls" -> {
                    TlsHost server = new TlsHost(host, certificates);
                    Thread.ofPlatform().daemon().start(server);
                    System.out.println(host.id() + " " + server.port());
                }
                case "raw" -> {
                    RawHost server = new RawHost(host);
                    Thread.ofPlatform().daemon().start(server);
                    System.out.println(host.id() + " " + server.port());
                }
                default -> {}
            }
        }
        System.out.println("ready");
        while (System.in.read() >= 0) {
            // Whoever started us keeps this open for as long as the fleet is wanted.
        }
        System.exit(0);
    }

    private static String pem(Certificates certificates) throws CertificateEncodingException {
        return "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder().encodeToString(certificates.root().getEncoded())
                + "\n-----END CERTIFICATE-----\n";
    }
}
