package org.hoshimori.probe.fleet;

import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.xbill.DNS.EDNSOption;
import org.xbill.DNS.Message;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.TSIG;

/// A resolver that asks a [Zone] without any network.
public final class ZoneResolver implements Resolver {

    private final Zone zone;

    public ZoneResolver(Zone zone) {
        this.zone = zone;
    }

    @Override
    public CompletionStage<Message> sendAsync(Message query) {
        return zone.silent(query)
                ? CompletableFuture.failedFuture(new SocketTimeoutException("timed out"))
                : CompletableFuture.completedFuture(zone.answer(query));
    }

    @Override
    public CompletionStage<Message> sendAsync(Message query, Executor executor) {
        return sendAsync(query);
    }

    @Override
    public void setPort(int port) {}

    @Override
    public void setTCP(boolean flag) {}

    @Override
    public void setIgnoreTruncation(boolean flag) {}

    @Override
    public void setEDNS(int version, int payloadSize, int flags, List<EDNSOption> options) {}

    @Override
    public void setTSIGKey(TSIG key) {}

    @Override
    public void setTimeout(Duration timeout) {}
}
