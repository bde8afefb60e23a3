package org.hoshimori.probe.command;

import org.hoshimori.probe.Facts;
import org.hoshimori.probe.Observation;
import org.hoshimori.probe.Outcome;

/// An observation as one line for people.
final class Lines {

    private static final int WIDEST = 160;

    private Lines() {}

    static String of(Observation observation, Console console) {
        String what =
                switch (observation.outcome()) {
                    case Outcome.Seen(Facts facts) -> facts(facts);
                    case Outcome.Absent(Facts facts) ->
                            console.say("ありません", "there is none") + facts(facts);
                    case Outcome.Refused(String reason) ->
                            console.say("断られました: ", "refused: ") + reason;
                    case Outcome.TimedOut(long millis) ->
                            console.say("応答なし: ", "no answer: ") + millis + " ms";
                    case Outcome.Inconclusive(String reason) ->
                            console.say("判断できません: ", "inconclusive: ") + reason;
                };
        return "%-28s %-18s %s".formatted(observation.asset(), observation.check(), what);
    }

    private static String facts(Facts facts) {
        StringBuilder text = new StringBuilder();
        facts.byName()
                .forEach((name, fact) ->
                        text.append(name).append('=').append(plain(fact)).append(' '));
        // What a stranger wrote must not steer the terminal.
        String line = text.toString().replaceAll("\\p{Cntrl}", " ").strip();
        return line.length() > WIDEST ? line.substring(0, WIDEST) + "…" : line;
    }

    private static String plain(org.hoshimori.probe.Fact fact) {
        return switch (fact) {
            case org.hoshimori.probe.Fact.Flag(boolean value) -> String.valueOf(value);
            case org.hoshimori.probe.Fact.Count(long value) -> String.valueOf(value);
            case org.hoshimori.probe.Fact.Word(String value) -> value;
            case org.hoshimori.probe.Fact.Words(var values) -> values.toString();
        };
    }
}
