package org.hoshimori.platform.assurance;

import java.util.List;
import java.util.Optional;
import org.hoshimori.platform.organisation.Organisation;

/// The review: the list of criteria on one side, the chosen one on the other.
///
/// @param filter which criteria the list shows
/// @param listed the criteria that the filter shows
/// @param chosen the one that is open
/// @param before the criterion before it in the list, for the keyboard
/// @param after the one after it
/// @param returned earlier comments on the chosen criterion
public record ReviewView(
        Review review,
        Organisation company,
        Filter filter,
        List<ReviewItem> listed,
        Optional<ReviewItem> chosen,
        Optional<String> before,
        Optional<String> after,
        List<String> returned,
        Optional<String> error) {

    /// What the list may be narrowed to.
    public enum Filter implements org.hoshimori.rules.Code {
        ALL,
        UNREVIEWED,
        QUESTION,
        NOT_APPLICABLE,
        WITH_EVIDENCE;

        boolean shows(ReviewItem item) {
            return switch (this) {
                case ALL -> true;
                case UNREVIEWED -> !item.reviewed() && !item.questioned();
                case QUESTION -> item.questioned();
                case NOT_APPLICABLE -> item.notApplicable();
                case WITH_EVIDENCE -> !item.evidence().isEmpty();
            };
        }

        static Filter of(String code) {
            for (Filter filter : values()) {
                if (filter.code().equals(code)) {
                    return filter;
                }
            }
            return ALL;
        }
    }

    public long count(Filter one) {
        return review.items().stream().filter(one::shows).count();
    }
}
