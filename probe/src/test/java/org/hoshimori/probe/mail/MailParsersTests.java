package org.hoshimori.probe.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.hoshimori.probe.Facts;
import org.hoshimori.probe.Malformed;
import org.hoshimori.probe.dns.Dns;
import org.hoshimori.probe.fleet.Zone;
import org.hoshimori.probe.fleet.ZoneResolver;
import org.junit.jupiter.api.Test;

/// Mail policies as they stand in DNS.
class MailParsersTests {

    private static Dns dns(String records) {
        return new Dns(new ZoneResolver(new Zone().add(records)));
    }

    @Test
    void theTreeIsWalkedUpwardsAtMostEightQuestions() {
        DmarcWalk walk =
                DmarcWalk.from(
                        "a.b.c.d.e.f.g.h.i.mail.test",
                        dns("_dmarc.mail.test. TXT \"v=DMARC1; p=reject\""),
                        new ArrayList<>());
        assertThat(walk.walked())
                .hasSize(8)
                .startsWith("a.b.c.d.e.f.g.h.i.mail.test", "e.f.g.h.i.mail.test")
                .endsWith("mail.test", "test");
        assertThat(walk.organisation("a.b.c.d.e.f.g.h.i.mail.test")).isEqualTo("mail.test");
    }

    @Test
    void aPublicSuffixEndsTheWalkAndTheOrganisationIsOneBelow() {
        Dns dns =
                dns(
                        "_dmarc.suffix.test. TXT \"v=DMARC1; p=reject; psd=y\"\n_dmarc.x.org.suffix.test. TXT \"v=DMARC1; p=none\"");
        DmarcWalk walk = DmarcWalk.from("x.org.suffix.test", dns, new ArrayList<>());
        assertThat(walk.walked()).endsWith("suffix.test").doesNotContain("test");
        assertThat(walk.organisation("x.org.suffix.test")).isEqualTo("org.suffix.test");
        assertThat(
                        DmarcWalk.from("y.suffix.test", dns, new ArrayList<>())
                                .applied("y.suffix.test")
                                .orElseThrow()
                                .getKey())
                .isEqualTo("suffix.test");
    }

    @Test
    void tagsOfRfc9989AreReadAndThoseThatAreGoneAreNamed() throws Malformed {
        DmarcRecord record =
                DmarcRecord.parse(
                        "v=DMARC1; p=reject; sp=quarantine; t=y; pct=50; rua=mailto:a@b.test!10m");
        assertThat(record.np()).isEqualTo("quarantine");
        assertThat(record.effective(record.p())).isEqualTo("quarantine");
        assertThat(record.warnings()).anyMatch(w -> w.startsWith("pct"));
        assertThat(record.rua()).containsExactly("mailto:a@b.test");
        assertThat(DmarcRecord.parse("v=DMARC1; rua=mailto:a@b.test").p()).isEqualTo("none");
        assertThatThrownBy(() -> DmarcRecord.parse("v=DMARC1; p=maybe"))
                .isInstanceOf(Malformed.class);
    }

    @Property(tries = 300)
    void anyTextIsARecordOrANamedFault(@ForAll String text) {
        for (String start : List.of("", "v=spf1 ", "v=DMARC1; p=none; ", "v=spf1 include:%{")) {
            try {
                SpfRecord.parse(start + text);
            } catch (Malformed e) {
                assertThat(e.problem()).isNotEmpty();
            }
            try {
                DmarcRecord.parse(start + text);
            } catch (Malformed e) {
                assertThat(e.problem()).isNotEmpty();
            }
        }
    }

    @Test
    void everyTermThatAsksIsCountedWhateverItsSpelling() {
        Facts facts =
                new SpfCheck()
                        .look(
                                "a.test",
                                dns(
                                        "a.test. TXT \"v=spf1 +a ?A/24 mx:a.test exists:a.test include:b.test redirect=b.test\"\na.test. A 127.0.0.1\na.test. MX 1 a.test.\nb.test. TXT \"v=spf1 a:a.test -all\""))
                        .outcome()
                        .facts();
        assertThat(facts.count("lookups", 0)).isEqualTo(8);
        assertThat(facts.word("all")).isEqualTo("fail");
        assertThat(facts.flag("valid")).isTrue();
    }

    @Test
    void recordsThatIncludeEachOtherEndTheWalk() {
        Facts facts =
                new SpfCheck()
                        .look(
                                "a.test",
                                dns(
                                        "a.test. TXT \"v=spf1 include:b.test -all\"\nb.test. TXT \"v=spf1 include:a.test -all\""))
                        .outcome()
                        .facts();
        assertThat(facts.flag("valid")).isFalse();
        assertThat(facts.words("faults")).anyMatch(f -> f.startsWith("includes itself"));
    }
}
