package org.hoshimori.network;

/// The network as it is now. Readers take a state and keep it as long as they like; a change makes
/// the next state beside it and never makes anybody wait but other writers.
public final class LiveNetwork {
    private volatile Network now;

    public LiveNetwork(Network first) {
        this.now = first;
    }

    public Network now() {
        return now;
    }

    /// Puts a delta into effect and returns the state after it.
    public synchronized Network apply(Delta delta) {
        Network next = now.after(delta);
        now = next;
        return next;
    }
}
