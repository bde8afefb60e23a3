package org.hoshimori.rules;

import java.util.List;

/// Every question gets a mark, and the worst marks decide (IASME portal; facts in
/// docs/reference/schemes.md).
record Marking(LevelRule.Marks rule) implements Ruler {
    /// The word of an assessor by which any question fails the whole.
    static final String AUTO_FAIL = "auto-fail";

    private enum Mark {
        COMPLIANT,
        LEFT_OPEN,
        MORE_INFORMATION,
        MAJOR,
        AUTO_FAIL
    }

    @Override
    public Ruling rule(Judge judge, Asked asked) {
        var marks = new int[Mark.values().length];
        for (int criterion : asked.criteria()) {
            marks[mark(judge, criterion).ordinal()]++;
        }
        int auto = marks[Mark.AUTO_FAIL.ordinal()];
        int info = marks[Mark.MORE_INFORMATION.ordinal()];
        int major = marks[Mark.MAJOR.ordinal()];
        int open = marks[Mark.LEFT_OPEN.ordinal()];
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
                                "自動不合格"
                                        + auto
                                        + "件、追加情報"
                                        + info
                                        + "件、重大な不適合"
                                        + major
                                        + "件 (許される数は設定 "
                                        + rule.setting()
                                        + " = "
                                        + allowed
                                        + ")、記述のみの設問の未回答"
                                        + open
                                        + "件。",
                                auto
                                        + " automatic failures, "
                                        + info
                                        + " need more information, "
                                        + major
                                        + " major (the setting "
                                        + rule.setting()
                                        + " allows "
                                        + allowed
                                        + "), "
                                        + open
                                        + " descriptive questions left open.")));
    }

    @Override
    public List<Missing> missing(Judge judge, Asked asked) {
        return judge.missing(
                asked, criterion -> mark(judge, criterion).compareTo(Mark.LEFT_OPEN) > 0);
    }

    private static Mark mark(Judge judge, int criterion) {
        Answer answer = judge.answer(criterion);
        if (answer != null && answer.word().equals(AUTO_FAIL)) {
            return Mark.AUTO_FAIL;
        }
        Weighing weighing = judge.weighing(criterion);
        return switch (judge.outcome(criterion)) {
            case MET, NOT_APPLICABLE -> Mark.COMPLIANT;
            case PARTIAL, UNKNOWN, NOT_APPLICABLE_WITHOUT_REASON -> Mark.MORE_INFORMATION;
            case UNANSWERED -> weighing.has(Trait.CONTEXT) ? Mark.LEFT_OPEN : failed(weighing);
            case NOT_MET -> failed(weighing);
        };
    }

    private static Mark failed(Weighing weighing) {
        return weighing.has(Trait.AUTO_FAIL) ? Mark.AUTO_FAIL : Mark.MAJOR;
    }
}
