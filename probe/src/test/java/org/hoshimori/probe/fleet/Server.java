package org.hoshimori.probe.fleet;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/// A server on a loopback port of its own that serves every connection on a thread of its own.
abstract class Server implements Runnable {

    private final ServerSocket server;

    Server() throws IOException {
        this.server = new ServerSocket(0, 1024, InetAddress.getLoopbackAddress());
    }

    int port() {
        return server.getLocalPort();
    }

    @Override
    public void run() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    abstract void serve(Socket socket);
}
