package org.hoshimori.platform;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// The platform with an SMTP server and an OpenID Connect provider beside it, both real ones.
public abstract class OutsideWorld extends PlatformTests {

    protected static final GreenMail POST =
            new GreenMail(new ServerSetup(FreePort.next(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    protected static final Provider PROVIDER = new Provider("hoshimori", "secret of the client");

    @DynamicPropertySource
    static void outside(DynamicPropertyRegistry properties) {
        POST.start();
        properties.add("hoshimori.mail.host", () -> "127.0.0.1");
        properties.add("hoshimori.mail.port", () -> POST.getSmtp().getPort());
        properties.add("hoshimori.mail.from", () -> "stars@hoshimori.example");
        properties.add("hoshimori.mail.starttls", () -> "false");
        properties.add("hoshimori.oidc.issuer", PROVIDER::issuer);
        properties.add("hoshimori.oidc.client-id", () -> "hoshimori");
        properties.add("hoshimori.oidc.client-secret", () -> "secret of the client");
        properties.add("hoshimori.oidc.name-ja", () -> "GビズID");
        properties.add("hoshimori.oidc.name-en", () -> "GBizID");
    }
}
