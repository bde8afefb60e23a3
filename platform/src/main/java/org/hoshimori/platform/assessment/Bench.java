package org.hoshimori.platform.assessment;

import java.util.List;

/// The workbench: the tree, the gauge and the criterion that is open.
public record Bench(Head head, List<Branch> tree, Gauge gauge, Pane pane) {

    Bench with(List<Echo> echoes) {
        return new Bench(head, tree, gauge, pane.with(echoes));
    }
}
