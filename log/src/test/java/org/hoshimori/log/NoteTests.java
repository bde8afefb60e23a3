package org.hoshimori.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoteTests {

    /// The key and note of Go's sumdb, which C2SP signed-note comes from.
    private static final String VERIFIER =
            "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

    private static final String SIGNER =
            "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";
    private static final String TEXT =
            """
            If you think cryptography is the answer to your problem,
            then you don't know what your problem is.
            """;
    private static final String PETER =
            "— PeterNeumann"
                    + " x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";
    private static final String ENOCH =
            "— EnochRoot"
                    + " rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=\n";
    private static final String ENOCH_KEY =
            "EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop";

    private final VerifierKey peter = VerifierKey.parse(VERIFIER).orThrow();
    private final VerifierKey enoch = VerifierKey.parse(ENOCH_KEY).orThrow();

    @Test
    void signsTheVeryBytesThatGoSigns() {
        SignerKey signer = SignerKey.parse(SIGNER).orThrow();
        assertThat(signer.verifier()).isEqualTo(peter);
        assertThat(signer.secretText()).isEqualTo(SIGNER);
        assertThat(signer).hasToString("signer of " + VERIFIER);
        assertThat(Note.sign(TEXT, signer).encoded()).isEqualTo(TEXT + "\n" + PETER);
    }

    @Test
    void verifiesTheExampleOfTheSpecification() {
        Note note =
                Note.parse(
                                """
                                This is an example message.

                                — example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=
                                """)
                        .orThrow();
        VerifierKey key =
                VerifierKey.parse(
                                "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k")
                        .orThrow();
        assertThat(note.verify(List.of(key))).isEqualTo(new Note.Verdict.Verified(List.of(key)));
    }

    @Test
    void ignoresUnknownSignaturesAndCountsKnownOnes() {
        Note note = Note.parse(TEXT + "\n" + PETER + ENOCH).orThrow();
        assertThat(note.verify(List.of(peter)))
                .isEqualTo(new Note.Verdict.Verified(List.of(peter)));
        assertThat(note.verify(List.of(enoch, peter)))
                .isEqualTo(new Note.Verdict.Verified(List.of(peter, enoch)));
        assertThat(note.verify(List.of()))
                .isEqualTo(new Note.Verdict.UnknownKey(List.of("PeterNeumann", "EnochRoot")));
        assertThat(note.encoded()).isEqualTo(TEXT + "\n" + PETER + ENOCH);
    }

    @Test
    void refusesTheWholeNoteForOneBadSignatureOfAKnownKey() {
        Note note = Note.parse(TEXT.replace("don't", "do") + "\n" + PETER + ENOCH).orThrow();
        assertThat(note.verify(List.of(peter))).isEqualTo(new Note.Verdict.BadSignature(peter));
    }

    @Test
    void noPartAndNoManglingOfAKeyIsAKey() {
        for (int i = 0; i < VERIFIER.length(); i++) {
            assertThat(VerifierKey.parse(VERIFIER.substring(0, i)))
                    .isInstanceOf(Parsed.Malformed.class);
            String mangled =
                    VERIFIER.substring(0, i)
                            + (char) (VERIFIER.charAt(i) + 1)
                            + VERIFIER.substring(i + 1);
            assertThat(VerifierKey.parse(mangled)).as(mangled).isInstanceOf(Parsed.Malformed.class);
        }
        for (int i = 0; i < SIGNER.length(); i++) {
            String mangled =
                    SIGNER.substring(0, i)
                            + (char) (SIGNER.charAt(i) + 1)
                            + SIGNER.substring(i + 1);
            assertThat(SignerKey.parse(mangled)).isInstanceOf(Parsed.Malformed.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==",
                "PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "Peter Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumann+C74F20A3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "",
                "++"
            })
    void refusesOtherKeys(String key) {
        assertThat(VerifierKey.parse(key)).isInstanceOf(Parsed.Malformed.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                TEXT,
                TEXT + "\n",
                TEXT + "\n— PeterNeumann x08go/ZJ",
                "\u0001" + TEXT + "\n" + PETER,
                "carriage return\r\n" + "\n" + PETER,
                TEXT + "\n" + PETER + "Unexpected line.\n",
                TEXT + "\n— Bad Name x08go/ZJkuBS9UG/\n",
                TEXT + "\n- PeterNeumann x08go/ZJkuBS9UG/\n",
                TEXT + "\n— PeterNeumann x08go/ZJkuBS9UG\n"
            })
    void refusesWhatIsNoNote(String note) {
        assertThat(Note.parse(note)).isInstanceOf(Parsed.Malformed.class);
    }

    @Test
    void refusesBrokenUtf8AndTooManySignatures() {
        byte[] note = (TEXT + "\n" + PETER).getBytes(StandardCharsets.UTF_8);
        note[0] = (byte) 0xff;
        assertThat(Note.parse(note)).isInstanceOf(Parsed.Malformed.class);
        assertThat(Note.parse(TEXT + "\n" + PETER.repeat(100))).isInstanceOf(Parsed.Read.class);
        assertThat(Note.parse(TEXT + "\n" + PETER.repeat(101)))
                .isInstanceOf(Parsed.Malformed.class);
    }

    @Test
    void theTextMayHaveBlankLines() {
        Note note = Note.sign("a\n\nb\n", SignerKey.parse(SIGNER).orThrow());
        assertThat(Note.parse(note.encoded()).orThrow()).isEqualTo(note);
    }
}
