package org.hoshimori.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// An edition with a number from 0 for every criterion in catalogue order, computed once: judging a
/// set of answers is then a walk over arrays.
final class Index {
    /// Where an answer belongs.
    ///
    /// @param part the number of the part among those of its criterion; -1 for the criterion itself
    /// @param opening how an answer here begins in the canonical form ([Inputs]); read only
    @SuppressWarnings("ArrayRecordComponent")
    record Slot(int criterion, int part, byte[] opening) {
        static Slot of(String id, int criterion, int part) {
            return new Slot(criterion, part, Inputs.opening(id));
        }
    }

    /// A criterion whose outcome depends on those of others (see [Links]).
    @SuppressWarnings("ArrayRecordComponent")
    record Link(int criterion, int[] supersededBy, int[] coveredBy) {}

    private final Criterion[] criteria;
    private final Text[] completes;
    private final Map<String, Slot> slots = new HashMap<>();
    private final List<Link> links;

    Index(List<Criterion> criteria, boolean partsAnswerable) {
        this.criteria = criteria.toArray(new Criterion[0]);
        this.completes =
                criteria.stream()
                        .map(criterion -> Missing.completes(criterion, partsAnswerable))
                        .toArray(Text[]::new);
        for (int i = 0; i < this.criteria.length; i++) {
            Criterion criterion = this.criteria[i];
            slots.put(criterion.id(), Slot.of(criterion.id(), i, -1));
            for (int part = 0; partsAnswerable && part < criterion.parts().size(); part++) {
                String id = criterion.part(criterion.parts().get(part));
                slots.putIfAbsent(id, Slot.of(id, i, part));
            }
        }
        List<Link> linked = new ArrayList<>();
        for (Criterion criterion : criteria) {
            Links links = criterion.links();
            if (!links.supersededBy().isEmpty() || !links.coveredBy().isEmpty()) {
                linked.add(
                        new Link(
                                number(criterion),
                                numbers(links.supersededBy()),
                                numbers(links.coveredBy())));
            }
        }
        this.links = List.copyOf(linked);
    }

    private int[] numbers(List<String> ids) {
        return ids.stream()
                .mapToInt(id -> Objects.requireNonNull(slots.get(id)).criterion())
                .toArray();
    }

    int size() {
        return criteria.length;
    }

    Criterion criterion(int number) {
        return criteria[number];
    }

    int number(Criterion criterion) {
        return Objects.requireNonNull(slots.get(criterion.id())).criterion();
    }

    /// Where an answer to `id` belongs; null when nothing here is called so.
    @Nullable Slot slot(String id) {
        return slots.get(id);
    }

    /// In catalogue order, in which they are to be followed.
    List<Link> links() {
        return links;
    }

    /// What would complete a criterion.
    Text completes(int criterion) {
        return completes[criterion];
    }
}
