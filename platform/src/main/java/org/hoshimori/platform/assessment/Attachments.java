package org.hoshimori.platform.assessment;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hoshimori.platform.evidence.Evidence;
import org.hoshimori.platform.evidence.EvidenceId;
import org.hoshimori.platform.evidence.EvidenceRoom;
import org.springframework.stereotype.Component;

/// The evidence attached to the answers of an assessment.
@Component
class Attachments {

    private final EvidenceLinks links;
    private final EvidenceRoom room;

    Attachments(EvidenceLinks links, EvidenceRoom room) {
        this.links = links;
        this.room = room;
    }

    /// By criterion: two statements, however much there is.
    Map<String, List<Evidence>> of(AssessmentId assessment) {
        Map<String, List<EvidenceId>> ids = links.of(assessment);
        Map<EvidenceId, Evidence> found = new HashMap<>();
        room.of(ids.values().stream().flatMap(List::stream).distinct().toList())
                .forEach(each -> found.put(each.id(), each));
        Map<String, List<Evidence>> evidence = new LinkedHashMap<>();
        ids.forEach((criterion, each) ->
                evidence.put(
                        criterion,
                        each.stream().flatMap(id -> Stream.ofNullable(found.get(id))).toList()));
        return evidence;
    }
}
