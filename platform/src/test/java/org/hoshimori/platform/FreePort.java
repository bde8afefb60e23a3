package org.hoshimori.platform;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;

/// A port that a server of the tests is told to listen on.
///
/// A port that the kernel chose is free again the moment it was read, and the kernel may give it to
/// the tests that run in the JVM beside this one. So these come from below the range that the
/// kernel chooses from (32768 and above on Linux), each JVM from a place of its own.
public final class FreePort {

    private static final int FIRST = 12_000;
    private static final int PLACES = 100;
    private static final int EACH = 200;

    private static final AtomicInteger NEXT =
            new AtomicInteger((int) (ProcessHandle.current().pid() % PLACES) * EACH);

    private FreePort() {}

    /// Never the same one twice in a JVM.
    public static int next() {
        while (true) {
            int port = FIRST + NEXT.getAndIncrement() % (PLACES * EACH);
            try (var _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return port;
            } catch (IOException e) {
                // Somebody listens there: the one after it.
            }
        }
    }
}
