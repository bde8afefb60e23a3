package org.hoshimori.platform.assurance;

import java.util.List;
import java.util.Optional;
import org.hoshimori.platform.assessment.Assessment;

/// The whole assessment as the engaged expert reads it.
///
/// @param items every criterion that the level asks, in the order of the edition
public record Review(Assessment assessment, Engagement engagement, List<ReviewItem> items) {

    public Review {
        items = List.copyOf(items);
    }

    public Optional<ReviewItem> item(String criterion) {
        return items.stream().filter(item -> item.criterion().id().equals(criterion)).findFirst();
    }

    public long reviewed() {
        return items.stream().filter(ReviewItem::reviewed).count();
    }

    public List<ReviewItem> questions() {
        return items.stream().filter(ReviewItem::questioned).toList();
    }

    public boolean complete() {
        return reviewed() == items.size();
    }
}
