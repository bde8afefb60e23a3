package org.hoshimori.probe.http;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import javax.net.ssl.SSLSocket;
import org.hoshimori.probe.Endpoint;
import org.hoshimori.probe.Malformed;
import org.hoshimori.probe.Octets;
import org.hoshimori.probe.Protocol;
import org.hoshimori.probe.dns.Dns;
import org.hoshimori.probe.reach.Reach;
import org.hoshimori.probe.reach.Refusal;
import org.hoshimori.probe.reach.Wire;
import org.hoshimori.probe.tls.TlsClient;

/// Gets one page over one connection, and says who asks.
public final class HttpExchange {

    /// How the probe names itself.
    static final String WHO =
            "hoshimori-probe/1 (reads only, never logs in; security rating anyone can recompute)";

    /// A site that nobody can have allowed.
    static final String STRANGER = "https://hoshimori-probe.invalid";

    private final Reach reach;
    private final Dns dns;
    private final TlsClient tls;

    public HttpExchange(Reach reach, Dns dns) {
        this.reach = reach;
        this.dns = dns;
        this.tls = new TlsClient(reach);
    }

    /// Asks an endpoint for a path.
    HttpAnswer get(Endpoint endpoint, String path) throws IOException, Malformed {
        return ask(endpoint, path, "", HttpReader.MOST_BODY);
    }

    /// The content at a web address, without following it elsewhere.
    ///
    /// @param most the most bytes of it
    /// @throws IOException when it is not there, is not given, or is larger
    public Octets content(URI address, int most) throws IOException, Malformed {
        HttpAnswer answer = ask(endpoint(address), path(address), "", most + 1);
        if (answer.status() != 200) {
            throw new IOException("HTTP status " + answer.status());
        }
        if (answer.body().length > most) {
            throw new IOException("larger than " + most + " bytes");
        }
        return Octets.of(answer.body());
    }

    /// The same as a page of [#STRANGER] would, to see whether it may read the answer (Fetch,
    /// CORS).
    HttpAnswer getFromElsewhere(Endpoint endpoint, String path) throws IOException, Malformed {
        return ask(endpoint, path, "Origin: " + STRANGER + "\r\n", HttpReader.MOST_BODY);
    }

    private HttpAnswer ask(Endpoint endpoint, String path, String more, int most)
            throws IOException, Malformed {
        try (Wire wire = reach.open(endpoint.address(), endpoint.port());
                Socket socket =
                        endpoint.service() == Protocol.HTTPS
                                ? tls.over(wire, endpoint)
                                : wire.socket()) {
            socket.getOutputStream().write(HttpReader.request(authority(endpoint), path, more));
            socket.getOutputStream().flush();
            HttpAnswer answer =
                    new HttpReader(
                                    new BufferedInputStream(
                                            new Bounded(socket.getInputStream(), wire)),
                                    most)
                            .read();
            return socket instanceof SSLSocket secure
                    ? answer.over(TlsClient.chain(secure.getSession()))
                    : answer;
        }
    }

    /// Every read is bounded by what is left of the connection's time.
    private static final class Bounded extends FilterInputStream {
        private final Wire wire;

        Bounded(InputStream in, Wire wire) {
            super(in);
            this.wire = wire;
        }

        @Override
        public int read() throws IOException {
            wire.patience();
            return super.read();
        }

        @Override
        public int read(byte[] into, int from, int most) throws IOException {
            wire.patience();
            return super.read(into, from, most);
        }
    }

    private static String authority(Endpoint endpoint) {
        String host = endpoint.host().contains(":") ? "[" + endpoint.host() + "]" : endpoint.host();
        return endpoint.port() == endpoint.service().port() ? host : host + ":" + endpoint.port();
    }

    /// Where an address leads: its name is resolved anew, and the guard is asked when connecting.
    Endpoint endpoint(URI uri) throws IOException {
        String host = uri.getHost();
        String scheme =
                uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(java.util.Locale.ROOT);
        if (host == null || !(scheme.equals("https") || scheme.equals("http"))) {
            throw new Refusal("not a web address: " + uri);
        }
        String plain = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        Protocol service = scheme.equals("https") ? Protocol.HTTPS : Protocol.HTTP;
        var refused = reach.guard().refuses(plain);
        if (refused.isPresent()) {
            throw new Refusal(refused.get());
        }
        List<InetAddress> addresses =
                Reach.literal(plain).map(List::of).orElseGet(() -> dns.addresses(plain));
        if (addresses.isEmpty()) {
            throw new IOException(plain + " has no address");
        }
        return new Endpoint(
                plain,
                addresses.getFirst(),
                uri.getPort() < 0 ? service.port() : uri.getPort(),
                service);
    }

    /// The path and query of an address, never empty.
    static String path(URI uri) {
        String path =
                uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }
}
