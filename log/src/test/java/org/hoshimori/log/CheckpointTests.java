package org.hoshimori.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointTests {

    private static final String ROOT = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=";
    private static final String SIGNATURE =
            "\n— example.com/behind-the-sofa"
                    + " Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n";

    @Test
    void readsTheExampleOfTheSpecification() {
        String text = "example.com/behind-the-sofa\n20852163\n" + ROOT + "\n";
        SignedCheckpoint signed = SignedCheckpoint.parse(text + SIGNATURE).orThrow();
        assertThat(signed.head().size()).isEqualTo(20_852_163);
        assertThat(signed.encoded()).isEqualTo(text + SIGNATURE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\n5\n" + ROOT + "\n",
                "o\n05\n" + ROOT + "\n",
                "o\n-5\n" + ROOT + "\n",
                "o\n+5\n" + ROOT + "\n",
                "o\n9223372036854775808\n" + ROOT + "\n",
                "o\n0\n" + ROOT + "\n",
                "o\n5\n" + ROOT + "=\n",
                "o\n5\nAAAA\n",
                "o\n5\n",
                "o\n5\n" + ROOT + "\n\nextension\n"
            })
    void refusesWhatIsNoCheckpoint(String text) {
        assertThat(SignedCheckpoint.parse(text + SIGNATURE)).isInstanceOf(Parsed.Malformed.class);
    }

    @Test
    void aProofCarriesAllAStrangerNeeds() {
        List<Hash> leaves = Trees.leaves(300);
        EntryProof proof =
                new EntryProof(
                        new TiledTree(300, new Trees.Memory(leaves)).inclusion(42),
                        Logs.checkpoint(300));
        EntryProof read = EntryProof.parse(proof.text()).orThrow();
        assertThat(read).isEqualTo(proof);
        assertThat(read.verify(Trees.entry(42), List.of(Logs.KEY)))
                .isEqualTo(new EntryProof.Verdict.Included(42, List.of(Logs.KEY)));
        assertThat(read.verify(Trees.entry(41), List.of(Logs.KEY)))
                .isEqualTo(new EntryProof.Verdict.NotIncluded());
        VerifierKey other = SignerKey.generate(Logs.ORIGIN, new SecureRandom()).verifier();
        assertThat(read.verify(Trees.entry(42), List.of(other)))
                .isEqualTo(new EntryProof.Verdict.UnknownKey(List.of(Logs.ORIGIN)));
        String changed = proof.text().replace("\n300\n", "\n301\n");
        assertThat(EntryProof.parse(changed).orThrow().verify(Trees.entry(42), List.of(Logs.KEY)))
                .isEqualTo(new EntryProof.Verdict.BadSignature(Logs.KEY));
    }
}
