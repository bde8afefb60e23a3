package org.hoshimori.platform;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Tells whoever started the server where to look.
@Component
class Greeting {

    private static final Logger LOG = LoggerFactory.getLogger(Greeting.class);

    private final String address;

    Greeting(@Value("${hoshimori.public-url}") String address) {
        this.address = address;
    }

    @EventListener(ApplicationReadyEvent.class)
    void ready() {
        LOG.info("星守の準備ができました / Hoshimori is ready: {} (Ctrl+C で終了 / to stop)", address);
    }
}
