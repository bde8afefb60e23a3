package org.hoshimori.platform.scheme;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hoshimori.rules.Bands;
import org.hoshimori.rules.Criterion;
import org.hoshimori.rules.Crosswalk;
import org.hoshimori.rules.Edition;
import org.hoshimori.rules.Mapping;
import org.hoshimori.rules.Relation;
import org.hoshimori.rules.Requirement;
import org.hoshimori.rules.Text;
import org.springframework.stereotype.Component;

/// The crosswalks that this instance knows, and the founding paper's table of bands.
@Component
public class Crossings {

    private final Editions editions;

    Crossings(Editions editions) {
        this.editions = editions;
    }

    public List<Crosswalk> all() {
        return editions.crosswalks().list();
    }

    public List<Bands> bands() {
        return editions.crosswalks().bands();
    }

    /// Every relation of an edition, seen from it, in catalogue order.
    public List<Crossing> of(Edition edition) {
        List<Crossing> found = new ArrayList<>();
        for (Crosswalk crosswalk : all()) {
            if (is(edition, crosswalk.source())) {
                Edition other = at(crosswalk.target());
                crosswalk
                        .maps()
                        .forEach(map ->
                                found.add(
                                        crossing(
                                                crosswalk,
                                                edition,
                                                map.source(),
                                                map.relation(),
                                                other,
                                                map.target(),
                                                map)));
            }
            if (is(edition, crosswalk.target())) {
                Edition other = at(crosswalk.source());
                crosswalk
                        .maps()
                        .forEach(map ->
                                found.add(
                                        crossing(
                                                crosswalk,
                                                edition,
                                                map.target(),
                                                map.relation().inverse(),
                                                other,
                                                map.source(),
                                                map)));
            }
        }
        Map<String, Integer> order = order(edition);
        found.sort(
                Comparator.comparing((Crossing each) -> order.getOrDefault(each.here(), 0))
                        .thenComparing(each -> each.other().scheme())
                        .thenComparing(each -> -each.strength()));
        return found;
    }

    private static Map<String, Integer> order(Edition edition) {
        Map<String, Integer> order = new HashMap<>();
        for (Requirement requirement : edition.requirements()) {
            order.putIfAbsent(requirement.id(), order.size());
            requirement.criteria().forEach(each -> order.putIfAbsent(each.id(), order.size()));
        }
        return order;
    }

    private Edition at(Crosswalk.End end) {
        return editions.get(end.scheme(), end.edition());
    }

    private static boolean is(Edition edition, Crosswalk.End end) {
        return edition.scheme().equals(end.scheme()) && edition.id().equals(end.edition());
    }

    private static Crossing crossing(
            Crosswalk crosswalk,
            Edition edition,
            String here,
            Relation relation,
            Edition other,
            String there,
            Mapping map) {
        return new Crossing(
                crosswalk,
                edition,
                here,
                asks(edition, here),
                relation,
                other,
                there,
                asks(other, there),
                map.rationale(),
                map.strength(),
                map.note());
    }

    /// What a criterion or a requirement asks.
    static Text asks(Edition edition, String id) {
        return edition.criterion(id)
                .map(Criterion::text)
                .or(() -> edition.requirement(id).map(Requirement::title))
                .orElseThrow();
    }
}
