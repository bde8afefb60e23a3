package org.hoshimori.probe.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/// The quick way to read a call leaves the same as picocli, which defines the command.
class PlainCallTests {

    private static final Console CONSOLE =
            Console.of(
                    List.of(),
                    InputStream.nullInputStream(),
                    OutputStream.nullOutputStream(),
                    OutputStream.nullOutputStream(),
                    Clock.systemUTC());

    /// The options of a command as they were set.
    private static Map<String, String> set(ProbeCommand command) throws IllegalAccessException {
        Map<String, String> set = new TreeMap<>();
        for (Field field : ProbeCommand.class.getDeclaredFields()) {
            if (!Modifier.isFinal(field.getModifiers())) {
                field.setAccessible(true);
                set.put(field.getName(), String.valueOf(field.get(command)));
            }
        }
        return set;
    }

    private static Map<String, String> byPicocli(List<String> call) throws IllegalAccessException {
        ProbeCommand command = new ProbeCommand(CONSOLE);
        Commands.line(command, CONSOLE).parseArgs(call.toArray(String[]::new));
        return set(command);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "probe example.jp",
                "probe a.test b.test --json",
                "probe --json --allow-private --ca root.pem --from targets",
                "probe --from=targets --ca=root.pem",
                "probe a.test --no-revocation --json",
                "probe a.test --ports 443,smtp:2525 b.test --ports=8443",
                "probe a.test --max-rate 5 --timeout=3 --together 007",
                "probe a.test --resolver [::1]:53 --anchor keys --do-not-probe no",
                "probe --reputation one --reputation two --import x.xml --import=y.json",
                "probe a.test --sign key.pem --lang ja",
                "probe a.test --resolver=a=b --lang=en",
                "probe"
            })
    void aPlainCallIsReadAsPicocliReadsIt(String words) throws IllegalAccessException {
        List<String> call = List.of(words.split(" "));
        Optional<ProbeCommand> plain = PlainCall.read(call, CONSOLE);
        assertThat(plain).isPresent();
        assertThat(set(plain.get())).isEqualTo(byPicocli(call));
    }

    @Test
    void everyOptionThatThePlainWayKnowsMeansTheSame() throws IllegalAccessException {
        CommandLine probe =
                Commands.line(new ProbeCommand(CONSOLE), CONSOLE).getSubcommands().get("probe");
        int known = 0;
        for (CommandLine.Model.OptionSpec option : probe.getCommandSpec().options()) {
            String value =
                    option.typeInfo().getType() == int.class
                            ? "7"
                            : option.longestName().equals("--lang") ? "en" : "some,where";
            for (List<String> call :
                    List.of(
                            List.of("probe", "a.test", option.longestName()),
                            List.of("probe", "a.test", option.longestName(), value),
                            List.of("probe", option.longestName() + "=" + value))) {
                Optional<ProbeCommand> plain = PlainCall.read(call, CONSOLE);
                if (plain.isPresent()) {
                    known++;
                    assertThat(set(plain.get())).as("%s", call).isEqualTo(byPicocli(call));
                }
            }
        }
        assertThat(known).isGreaterThan(20);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--help",
                "rate bundle",
                "--lang ja probe a.test",
                "probe --help",
                "probe a.test --unknown",
                "probe a.test --json --json",
                "probe a.test --json=true",
                "probe a.test --ca one --ca two",
                "probe a.test --ca",
                "probe a.test --ca --json",
                "probe a.test --timeout ten",
                "probe a.test --timeout -1",
                "probe a.test --timeout 99999999999",
                "probe a.test --lang fr",
                "probe a.test --ports 443,",
                "probe a.test --ca 'quoted'",
                "probe @file",
                "probe -- a.test",
                "probe a.test -j"
            })
    void whatIsNotPlainIsLeftToPicocli(String words) {
        List<String> call = new ArrayList<>(List.of(words.split(" ")));
        call.remove("");
        assertThat(PlainCall.read(call, CONSOLE)).isEmpty();
    }
}
