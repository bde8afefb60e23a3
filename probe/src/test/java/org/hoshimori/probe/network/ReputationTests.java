package org.hoshimori.probe.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.hoshimori.probe.Facts;
import org.hoshimori.probe.Malformed;
import org.junit.jupiter.api.Test;

/// Lists of hosts with a bad name.
class ReputationTests {

    private static final String LISTS =
            """
            ; Spamhaus writes it so
            1.10.16.0/20 ; SBL256894
            # abuse.ch writes it so
            "2026-11-27 09:00:00","9.9.9.9","443","online"
            0.0.0.0 bad.example
            https://worse.example/path
            2606:4700::/32
            """;

    private static Facts look(String host, String address) throws Malformed {
        Reputation reputation = new Reputation(List.of(Reputation.Feed.read("list", LISTS)));
        return reputation.look(host, InetAddress.ofLiteral(address)).outcome().facts();
    }

    @Test
    void addressesBlocksAndNamesAreFoundHoweverTheListWritesThem() throws Malformed {
        assertThat(look("9.9.9.9", "9.9.9.9").words("listed")).containsExactly("list");
        assertThat(look("a.example", "1.10.17.5").words("listed")).containsExactly("list");
        assertThat(look("mail.bad.example", "8.8.8.8").words("listed")).containsExactly("list");
        assertThat(look("worse.example", "8.8.8.8").words("listed")).containsExactly("list");
        assertThat(look("a.example", "2606:4700::1").words("listed")).containsExactly("list");
        assertThat(look("good.example", "8.8.8.8").words("listed")).isEmpty();
        assertThat(look("0.0.0.0", "127.0.0.1").words("listed")).isEmpty();
    }

    @Test
    void aBlockAroundAnAddressIsAWeakerSignThanTheAddress() throws Malformed {
        assertThat(look("a.example", "1.10.17.5").flag("exactly")).isFalse();
        assertThat(look("a.example", "9.9.9.9").flag("exactly")).isTrue();
    }

    @Test
    void aLineWithNothingInItIsNamed() {
        assertThatThrownBy(() -> Reputation.Feed.read("list", "9.9.9.9\nnothing here\n"))
                .isInstanceOfSatisfying(Malformed.class, e -> assertThat(e.line()).isEqualTo(2));
    }

    @Property(tries = 300)
    void anyTextIsAListOrANamedFault(@ForAll String text) {
        try {
            assertThat(Reputation.Feed.read("list", text).name()).isEqualTo("list");
        } catch (Malformed e) {
            assertThat(e.line()).isPositive();
        }
    }
}
