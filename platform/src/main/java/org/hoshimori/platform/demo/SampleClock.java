package org.hoshimori.platform.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/// Tells the real time, except to whoever plays the nation's past: the sample's stories happened
/// days ago.
final class SampleClock extends Clock {

    private static final ScopedValue<Duration> AGO = ScopedValue.newInstance();

    /// Runs something as if it were that long ago.
    void ago(Duration ago, Runnable story) {
        ScopedValue.where(AGO, ago).run(story);
    }

    @Override
    public Instant instant() {
        return Clock.systemUTC().instant().minus(AGO.orElse(Duration.ZERO));
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("the platform asks for instants only");
    }
}
