package org.hoshimori.probe.fleet;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;

/// The fleet's name server: answers over UDP on an ephemeral loopback port.
public final class NameServer implements AutoCloseable {

    /// Where the server listens that resolves for anybody.
    private static final String OPEN = "127.0.2.1";

    /// Where some domains have a second server, which says something else.
    private static final String ELSEWHERE = "127.0.0.3";

    private final ServerSocket streams;
    private final DatagramSocket socket;
    private final Zone zone;
    private final List<String> anchors = new ArrayList<>();
    private final List<NameServer> others = new ArrayList<>();

    /// Serves the fleet's domains.
    public NameServer() throws Exception {
        this("00".repeat(32));
    }

    /// Serves the fleet's domains.
    ///
    /// @param tlsa what stands for `{tlsa}` in their records
    public NameServer(String tlsa) throws Exception {
        this(new Zone());
        fill(tlsa);
    }

    /// Serves the fleet's domains at these addresses and this port.
    public NameServer(List<InetAddress> addresses, int port) throws Exception {
        this(new Zone(), addresses.getFirst(), port);
        fill("00".repeat(32));
        for (InetAddress address : addresses.subList(1, addresses.size())) {
            others.add(new NameServer(zone, address, port));
        }
    }

    private void fill(String tlsa) throws Exception {
        // Beside it, a server that resolves whatever it is asked.
        Zone open = new Zone().add(". NS a.root.test.");
        others.add(new NameServer(open, InetAddress.getByName(OPEN), port()));
        Zone elsewhere = new Zone();
        for (Host host : Hosts.all()) {
            zone.add(host.word("records", "").replace("{tlsa}", tlsa));
            if (host.word("resolves", "").equals("true")) {
                open.add(host.word("records", ""));
            }
            if (host.kind().equals("domain")) {
                elsewhere.add(host.word("elsewhere", ""));
                Name apex = Name.fromString(host.id() + ".");
                if (host.word("transfers", "").equals("true")) {
                    zone.handsOver(apex);
                }
                if (host.word("lame", "").equals("true")) {
                    zone.forgets(apex);
                }
            }
        }
        others.add(new NameServer(elsewhere, InetAddress.getByName(ELSEWHERE), port()));
        for (Host host : Hosts.all()) {
            String signed = host.word("signed", "");
            if (!signed.isEmpty()) {
                anchors.add(Signing.sign(zone, Name.fromString(host.id() + "."), signed));
            }
        }
    }

    /// Serves one zone.
    public NameServer(Zone zone) throws IOException {
        this(zone, InetAddress.getLoopbackAddress(), 0);
    }

    private NameServer(Zone zone, InetAddress address, int port) throws IOException {
        this.zone = zone;
        this.streams = new ServerSocket(port, 50, address);
        this.socket = new DatagramSocket(new InetSocketAddress(address, streams.getLocalPort()));
        Thread.ofPlatform().daemon().start(this::serve);
        Thread.ofPlatform().daemon().start(this::serveStreams);
    }

    public Zone zone() {
        return zone;
    }

    public int port() {
        return socket.getLocalPort();
    }

    /// The keys of the signed zones, as a validator takes them.
    public String anchors() {
        return String.join("\n", anchors) + "\n";
    }

    private void serveStreams() {
        while (!streams.isClosed()) {
            try {
                Socket stream = streams.accept();
                Thread.ofVirtual().start(() -> answer(stream));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void answer(Socket stream) {
        try (stream;
                DataInputStream in = new DataInputStream(stream.getInputStream());
                DataOutputStream out = new DataOutputStream(stream.getOutputStream())) {
            byte[] query = new byte[in.readUnsignedShort()];
            in.readFully(query);
            byte[] answer = zone.answer(new Message(query)).toWire();
            out.writeShort(answer.length);
            out.write(answer);
        } catch (IOException e) {
            // Gone, or a question that nobody can read.
            return;
        }
    }

    private void serve() {
        byte[] buffer = new byte[4096];
        while (!socket.isClosed()) {
            try {
                DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                socket.receive(packet);
                byte[] query = java.util.Arrays.copyOf(packet.getData(), packet.getLength());
                byte[] answer = zone.answer(new Message(query)).toWire();
                socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
            } catch (IOException e) {
                // Closed, or a question that nobody can read.
                continue;
            }
        }
    }

    @Override
    public void close() throws IOException {
        for (NameServer other : others) {
            other.close();
        }
        streams.close();
        socket.close();
    }
}
