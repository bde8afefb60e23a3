package org.hoshimori.probe.fleet;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;

/// Stands before another server and lets each of its words arrive late, as distance does.
final class LateHost extends Server {

    private final int behind;
    private final int millis;

    LateHost(int behind, int millis) throws IOException {
        this.behind = behind;
        this.millis = millis;
    }

    @Override
    void serve(Socket socket) {
        try (socket;
                Socket server = new Socket(InetAddress.getLoopbackAddress(), behind)) {
            socket.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            Thread.ofVirtual().start(() -> copy(socket, server, 0));
            copy(server, socket, millis);
        } catch (IOException e) {
            // Either side went away.
            return;
        }
    }

    private static void copy(Socket from, Socket to, int late) {
        byte[] buffer = new byte[16 * 1024];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                Thread.sleep(late);
                out.write(buffer, 0, count);
            }
            to.shutdownOutput();
        } catch (SocketException e) {
            // Either side went away; the other is closed by whoever holds both.
            return;
        } catch (IOException e) {
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
