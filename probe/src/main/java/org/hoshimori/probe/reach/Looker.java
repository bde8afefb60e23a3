package org.hoshimori.probe.reach;

import java.io.IOException;
import java.net.Socket;
import org.jspecify.annotations.Nullable;

/// A thread of the system that lets go of the connection it waits on when it is interrupted, as a
/// virtual thread does by itself.
final class Looker extends Thread {

    private volatile @Nullable Socket held;

    Looker(Runnable work) {
        super(work);
        setDaemon(true);
    }

    /// Says what the current thread will wait on.
    static void holds(Socket socket) {
        if (currentThread() instanceof Looker looker) {
            looker.held = socket;
            if (looker.isInterrupted()) {
                looker.letGo();
            }
        }
    }

    @Override
    public void interrupt() {
        super.interrupt();
        letGo();
    }

    private void letGo() {
        Socket socket = held;
        if (socket != null) {
            try {
                socket.close();
            } catch (IOException e) {
                // It is closed all the same.
                return;
            }
        }
    }
}
