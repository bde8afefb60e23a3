package org.hoshimori.probe.mail;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.hoshimori.probe.Facts;
import org.hoshimori.probe.Malformed;
import org.hoshimori.probe.Outcome;
import org.hoshimori.probe.Proof;
import org.hoshimori.probe.Sight;
import org.hoshimori.probe.dns.Answer;
import org.hoshimori.probe.dns.Dns;
import org.hoshimori.probe.dns.DomainCheck;
import org.hoshimori.probe.dns.Unsettled;
import org.xbill.DNS.Type;

/// Keys under the selectors that providers and manuals use (RFC 6376, 8301, 8463). Selectors cannot
/// be listed from outside, so finding none says nothing, unless the whole branch does not exist.
final class DkimCheck implements DomainCheck {

    private static final List<String> USUAL =
            List.of(
                    "default",
                    "dkim",
                    "mail",
                    "google",
                    "selector1",
                    "selector2",
                    "s1",
                    "s2",
                    "k1",
                    "k2",
                    "k3",
                    "key1",
                    "key2",
                    "smtp",
                    "mx",
                    "20161025",
                    "20210112",
                    "20230601",
                    "fm1",
                    "fm2",
                    "fm3",
                    "protonmail",
                    "protonmail2",
                    "zoho",
                    "mandrill",
                    "sendgrid",
                    "amazonses",
                    "everlytickey1",
                    "dk",
                    "mta",
                    "sig1");

    @Override
    public String id() {
        return "mail.dkim";
    }

    @Override
    public String standard() {
        return "RFC 6376";
    }

    @Override
    public Sight look(String domain, Dns dns) {
        Answer branch = dns.ask("_domainkey." + domain, Type.TXT);
        if (branch instanceof Answer.Failed failed) {
            return new Sight(id(), standard(), domain, Unsettled.by(failed), List.of());
        }
        // NXDOMAIN for the branch means that nothing lies below it (RFC 8020).
        if (branch instanceof Answer.NoName) {
            return new Sight(
                    id(),
                    standard(),
                    domain,
                    new Outcome.Absent(),
                    Dns.proof("_domainkey." + domain, branch));
        }
        Keys keys = new Keys();
        for (String selector : USUAL) {
            String name = selector + "._domainkey." + domain;
            Answer answer = dns.ask(name, Type.TXT);
            for (String text : Dns.texts(answer)) {
                if (text.contains("p=") && keys.proof.size() < USUAL.size()) {
                    keys.proof.addAll(Dns.proof(name, answer));
                    keys.read(selector, text);
                }
            }
        }
        if (keys.selectors.isEmpty()) {
            return new Sight(
                    id(),
                    standard(),
                    domain,
                    new Outcome.Inconclusive(
                            "keys exist under selectors that are not the usual ones"),
                    Dns.proof("_domainkey." + domain, branch));
        }
        return Sight.seen(id(), standard(), domain, keys.facts(), keys.proof);
    }

    private static final class Keys {
        private final List<Proof> proof = new ArrayList<>();
        private final Set<String> selectors = new TreeSet<>();
        private final Set<String> weak = new TreeSet<>();
        private final Set<String> testing = new TreeSet<>();
        private final Set<String> revoked = new TreeSet<>();
        private final Set<String> broken = new TreeSet<>();
        private long smallest = Long.MAX_VALUE;

        void read(String selector, String text) {
            selectors.add(selector);
            try {
                Tags tags = Tags.parse(text);
                String key = tags.get("p", "").replaceAll("\\s", "");
                if (List.of(tags.get("t", "").split(":")).contains("y")) {
                    testing.add(selector);
                }
                if (key.isEmpty()) {
                    revoked.add(selector);
                } else if (tags.get("k", "rsa").equalsIgnoreCase("ed25519")) {
                    if (Base64.getDecoder().decode(key).length != 32) {
                        broken.add(selector);
                    }
                } else {
                    int bits = bits(Base64.getDecoder().decode(key));
                    smallest = Math.min(smallest, bits);
                    if (bits < 1024) {
                        weak.add(selector);
                    }
                }
            } catch (Malformed | GeneralSecurityException | IllegalArgumentException e) {
                broken.add(selector);
            }
        }

        private static int bits(byte[] encoded) throws GeneralSecurityException {
            return ((RSAPublicKey)
                            KeyFactory.getInstance("RSA")
                                    .generatePublic(new X509EncodedKeySpec(encoded)))
                    .getModulus()
                    .bitLength();
        }

        Facts facts() {
            Facts.Writer facts =
                    Facts.write()
                            .put("selectors", selectors)
                            .put("weak", weak)
                            .put("testing", testing)
                            .put("revoked", revoked)
                            .put("broken", broken);
            return (smallest == Long.MAX_VALUE ? facts : facts.put("smallest_rsa", smallest))
                    .done();
        }
    }
}
