package org.hoshimori.probe.fleet;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;

/// The fleet's name server: answers over UDP on an ephemeral loopback port.
public final class NameServer implements AutoCloseable {

    private final DatagramSocket socket;
    private final Zone zone = new Zone();
    private final List<String> anchors = new ArrayList<>();

    public NameServer() throws Exception {
        for (Host host : Hosts.all()) {
            if (host.kind().equals("domain")) {
                zone.add(host.word("records", ""));
            }
        }
        for (Host host : Hosts.all()) {
            String signed = host.word("signed", "");
            if (!signed.isEmpty()) {
                anchors.add(
                        Signing.sign(
                                zone, Name.fromString(host.id() + "."), signed.equals("broken")));
            }
        }
        socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        Thread.ofPlatform().daemon().start(this::serve);
    }

    public int port() {
        return socket.getLocalPort();
    }

    /// The keys of the signed zones, as a validator takes them.
    public String anchors() {
        return String.join("\n", anchors) + "\n";
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
    public void close() {
        socket.close();
    }
}
