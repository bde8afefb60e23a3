package org.hoshimori.rules;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Every question gets a mark, and the worst marks decide (IASME portal; facts in
/// docs/reference/schemes.md).
record Marking(LevelRule.Marks rule) implements Ruler {
    private enum Mark {
        COMPLIANT,
        LEFT_OPEN,
        MORE_INFORMATION,
        MAJOR,
        AUTO_FAIL
    }

    @Override
    public Ruling rule(Judge judge, Level level) {
        Map<Mark, Integer> marks = new EnumMap<>(Mark.class);
        judge.asked(level).forEach(c -> marks.merge(mark(judge, c), 1, Integer::sum));
        int auto = marks.getOrDefault(Mark.AUTO_FAIL, 0);
        int info = marks.getOrDefault(Mark.MORE_INFORMATION, 0);
        int major = marks.getOrDefault(Mark.MAJOR, 0);
        int allowed = judge.setting(rule.setting()).intValue();
        String status =
                auto > 0
                        ? "fail"
                        : info > 0 ? "more-information" : major > allowed ? "fail" : "pass";
        return Ruling.of(
                status.equals("pass"),
                status,
                List.of(
                        new Text(
                                "自動不合格%d件、追加情報%d件、重大な不適合%d件 (許される数は設定 %s = %d)、記述のみの設問の未回答%d件。"
                                        .formatted(
                                                auto,
                                                info,
                                                major,
                                                rule.setting(),
                                                allowed,
                                                marks.getOrDefault(Mark.LEFT_OPEN, 0)),
                                "%d automatic failures, %d need more information, %d major (the setting %s allows %d), %d descriptive questions left open."
                                        .formatted(
                                                auto,
                                                info,
                                                major,
                                                rule.setting(),
                                                allowed,
                                                marks.getOrDefault(Mark.LEFT_OPEN, 0)))));
    }

    @Override
    public List<Missing> missing(Judge judge, Level level) {
        return judge.asked(level).stream()
                .filter(criterion -> mark(judge, criterion).compareTo(Mark.LEFT_OPEN) > 0)
                .map(judge::missing)
                .toList();
    }

    private static Mark mark(Judge judge, Criterion criterion) {
        Answer answer = judge.findings().answer(criterion);
        if (answer != null && answer.word().equals("auto-fail")) {
            return Mark.AUTO_FAIL;
        }
        return switch (judge.outcome(criterion)) {
            case MET, NOT_APPLICABLE -> Mark.COMPLIANT;
            case PARTIAL, UNKNOWN, NOT_APPLICABLE_WITHOUT_REASON -> Mark.MORE_INFORMATION;
            case UNANSWERED ->
                    criterion.weighing().has(Trait.CONTEXT) ? Mark.LEFT_OPEN : failed(criterion);
            case NOT_MET -> failed(criterion);
        };
    }

    private static Mark failed(Criterion criterion) {
        return criterion.weighing().has(Trait.AUTO_FAIL) ? Mark.AUTO_FAIL : Mark.MAJOR;
    }
}
