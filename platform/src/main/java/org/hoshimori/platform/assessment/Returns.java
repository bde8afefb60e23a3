package org.hoshimori.platform.assessment;

import java.util.List;
import java.util.Optional;

/// What an expert returned, of all rounds.
///
/// @param items oldest first
record Returns(List<ReturnedItem> items) {

    Returns {
        items = List.copyOf(items);
    }

    private int lastRound() {
        return items.isEmpty() ? 0 : items.getLast().round();
    }

    /// What the last round said about a criterion.
    Optional<ReturnedItem> now(String criterion) {
        return items.stream()
                .filter(item -> item.round() == lastRound() && item.criterion().equals(criterion))
                .findFirst();
    }

    /// Everything that was ever said about a criterion.
    List<ReturnedItem> of(String criterion) {
        return items.stream().filter(item -> item.criterion().equals(criterion)).toList();
    }

    /// Whether an answer may be written: in a draft every one, when returned only those returned.
    boolean open(Stage stage, String criterion) {
        return switch (stage) {
            case DRAFT -> true;
            case RETURNED -> now(criterion).isPresent();
            case DECLARED, CONFIRMED, PLEDGED, APPLIED, REGISTERED, REFUSED -> false;
        };
    }
}
