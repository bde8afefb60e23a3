package org.hoshimori.rules;

import org.jspecify.annotations.Nullable;

/// What the answer to one criterion amounts to at the gate.
public enum Outcome implements Code {
    MET(6),
    NOT_APPLICABLE(7),
    NOT_MET(0),
    PARTIAL(4),
    UNKNOWN(2),
    UNANSWERED(1),
    NOT_APPLICABLE_WITHOUT_REASON(3);

    private final int rank;

    Outcome(int rank) {
        this.rank = rank;
    }

    /// From 0, the worst: in this order the worst of several decides. 5 is nothing's.
    public int rank() {
        return rank;
    }

    /// What two that must hold together amount to: the worse of them. What does not apply leaves it
    /// to the other.
    public Outcome with(Outcome other) {
        return rank <= other.rank ? this : other;
    }

    /// Whether the gate lets it through.
    public boolean passes() {
        return this == MET || this == NOT_APPLICABLE;
    }

    /// The outcome of an answer, or of none.
    public static Outcome of(@Nullable Answer answer) {
        if (answer == null) {
            return UNANSWERED;
        }
        return switch (answer.value()) {
            case MET -> MET;
            case NOT_MET -> NOT_MET;
            case PARTIAL -> PARTIAL;
            case UNKNOWN -> UNKNOWN;
            case NOT_APPLICABLE ->
                    answer.detail().isBlank() ? NOT_APPLICABLE_WITHOUT_REASON : NOT_APPLICABLE;
        };
    }

    /// The same under an edition, which may let an answer do without its reason.
    public Outcome in(Edition edition) {
        return this == NOT_APPLICABLE_WITHOUT_REASON
                        && edition.manner().notApplicable() == NotApplicable.ACCEPTED
                ? NOT_APPLICABLE
                : this;
    }

    /// Why it does not pass, for people; for those that pass, that they do.
    public Text why() {
        return switch (this) {
            case MET -> new Text("満たしています。", "Met.");
            case NOT_APPLICABLE ->
                    new Text("該当しません (理由あり)。", "Does not apply, for a stated reason.");
            case NOT_MET -> new Text("満たしていないと回答されています。", "Answered as not met.");
            case PARTIAL ->
                    new Text(
                            "一部だけ満たしていると回答されています。一部では満たしたことになりません。",
                            "Answered as partly met; a part does not count.");
            case UNKNOWN ->
                    new Text(
                            "「わからない」と回答されています。わかるまでは満たしていないものとして数えます。",
                            "Answered as unknown; it counts as not met until it is known.");
            case UNANSWERED ->
                    new Text(
                            "未回答です。未回答は満たしていないものとして数えます。",
                            "Not answered; what is not answered counts as not met.");
            case NOT_APPLICABLE_WITHOUT_REASON ->
                    new Text(
                            "「該当しない」に理由がありません。理由のない「該当しない」は数えません。",
                            "Said not to apply without a reason; without a reason it does not count.");
        };
    }
}
