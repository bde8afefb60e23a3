package org.hoshimori.probe.reach;

import java.io.IOException;
import java.net.InetAddress;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Opens connections: asks the guard, waits for its turn, and bounds them.
///
/// @param millis the most time one connection may take from beginning to end
/// @param few whether few hosts are looked at: then each look has a thread of the system, for a
///   process with virtual threads that wait on connections takes 0.3 s to end (ADR 0039)
public record Reach(Guard guard, Pace pace, int millis, boolean few) {

    /// For any number of hosts.
    public Reach(Guard guard, Pace pace, int millis) {
        this(guard, pace, millis, false);
    }

    /// The same, for few hosts or many.
    public Reach forFew(boolean few) {
        return new Reach(guard, pace, millis, few);
    }

    /// A thread for each look; interrupting one ends its connection.
    public ExecutorService threads() {
        return few
                ? Executors.newThreadPerTaskExecutor(Looker::new)
                : Executors.newVirtualThreadPerTaskExecutor();
    }

    /// Connects to exactly this address.
    ///
    /// @throws Refusal when the guard says no
    public Wire open(InetAddress address, int port) throws IOException {
        return open(address, port, millis);
    }

    /// As [#open(InetAddress, int)], with less time.
    public Wire open(InetAddress address, int port, int within) throws IOException {
        Optional<String> refused = guard.refuses(address);
        if (refused.isPresent()) {
            throw new Refusal(refused.get());
        }
        try {
            pace.await(address);
            pace.enter();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new java.io.InterruptedIOException("stopped");
        }
        try {
            return Wire.open(address, port, Math.min(within, millis), pace::leave);
        } catch (IOException e) {
            pace.leave();
            throw e;
        }
    }

    /// An address written as digits, or nothing for a name.
    public static Optional<InetAddress> literal(String text) {
        return AddressRange.literal(text);
    }
}
