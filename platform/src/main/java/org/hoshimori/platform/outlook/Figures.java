package org.hoshimori.platform.outlook;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.hoshimori.platform.account.Actor;
import org.hoshimori.platform.organisation.Organisation;
import org.hoshimori.platform.organisation.OrganisationId;
import org.hoshimori.platform.organisation.Organisations;
import org.hoshimori.platform.organisation.Permission;
import org.hoshimori.platform.trail.Happening;
import org.hoshimori.platform.trail.Trail;
import org.hoshimori.rules.CompanySize;
import org.hoshimori.rules.Measure;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The figures of a company's plans: our estimates, and what it says instead.
@Component
class Figures {

    private final FigureRows rows;
    private final KnownMeasures known;
    private final Organisations organisations;
    private final Trail trail;
    private final Clock clock;

    Figures(
            FigureRows rows,
            KnownMeasures known,
            Organisations organisations,
            Trail trail,
            Clock clock) {
        this.rows = rows;
        this.known = known;
        this.organisations = organisations;
        this.trail = trail;
        this.clock = clock;
    }

    Terms terms(Organisation company) {
        return rows.terms(company.id()).orElseGet(() -> usual(company));
    }

    private Terms usual(Organisation company) {
        return new Terms(
                KnownMeasures.size(company.size()), known.measures().dayRate(), BigDecimal.ONE, 1);
    }

    /// What the company says, by measure.
    Map<String, Figure> own(OrganisationId company) {
        return rows.figures(company);
    }

    /// Saves what was typed, or nothing at all when a field is wrong.
    ///
    /// @param form `size`, `rate`, `people`, `years`; `effort.`, `once.`, `yearly.`, `lead.` and
    ///   the id of a measure; an empty field means our estimate
    @Transactional
    List<Wrong> save(Actor actor, OrganisationId company, Map<String, String> form) {
        organisations.require(actor, company, Permission.EDIT);
        Terms before = terms(organisations.get(company));
        List<Wrong> wrong = new ArrayList<>();
        var terms =
                new Terms(
                        size(form.getOrDefault("size", before.size().code()), wrong),
                        whole(form, "rate", before.dayRate(), 10_000_000, wrong),
                        people(form.getOrDefault("people", before.people().toString()), wrong),
                        (int) whole(form, "years", before.years(), 10, wrong));
        if (terms.years() < 1) {
            wrong.add(new Wrong("years"));
        }
        Map<String, Figure> own = new LinkedHashMap<>();
        List<String> gone = new ArrayList<>();
        for (Measure measure : known.measures().list()) {
            if (!form.containsKey("effort." + measure.id())) {
                continue;
            }
            Figure estimate = Figure.estimate(measure, terms.size());
            Figure said = figure(form, estimate, wrong);
            if (said.equals(estimate)) {
                gone.add(measure.id());
            } else {
                own.put(measure.id(), said);
            }
        }
        if (wrong.isEmpty()) {
            Map<String, Figure> known = rows.figures(company);
            var changed = new TreeSet<String>();
            own.forEach((id, figure) -> {
                if (!figure.equals(known.get(id))) {
                    changed.add(id);
                }
            });
            gone.stream().filter(known::containsKey).forEach(changed::add);
            rows.save(company, terms, actor, clock.instant());
            rows.save(company, own.values(), gone, actor, clock.instant());
            trail.write(
                    new Happening(
                            Optional.of(actor.id().value()),
                            "outlook.figures-changed",
                            "organisation:" + company,
                            Optional.of(company.value()),
                            Map.of("measures", String.join(" ", changed))));
        }
        return wrong;
    }

    private static Figure figure(Map<String, String> form, Figure estimate, List<Wrong> wrong) {
        String id = estimate.measure();
        return new Figure(
                id,
                (int) whole(form, "effort." + id, estimate.effortDays(), 100_000, wrong),
                whole(form, "once." + id, estimate.once(), Integer.MAX_VALUE, wrong),
                whole(form, "yearly." + id, estimate.yearly(), Integer.MAX_VALUE, wrong),
                (int) whole(form, "lead." + id, estimate.leadDays(), 3660, wrong));
    }

    private static long whole(
            Map<String, String> form, String field, long otherwise, long most, List<Wrong> wrong) {
        String typed = plain(form.getOrDefault(field, ""));
        if (typed.isEmpty()) {
            return otherwise;
        }
        if (!typed.matches("[0-9]{1,10}") || Long.parseLong(typed) > most) {
            wrong.add(new Wrong(field));
            return otherwise;
        }
        return Long.parseLong(typed);
    }

    private static BigDecimal people(String text, List<Wrong> wrong) {
        String typed = plain(text);
        if (typed.matches("[0-9]{1,4}([.][0-9])?")) {
            var people = new BigDecimal(typed);
            if (people.signum() > 0 && people.compareTo(BigDecimal.valueOf(1000)) <= 0) {
                return people;
            }
        }
        wrong.add(new Wrong("people"));
        return BigDecimal.ONE;
    }

    private static CompanySize size(String typed, List<Wrong> wrong) {
        for (CompanySize size : CompanySize.values()) {
            if (size.code().equals(typed)) {
                return size;
            }
        }
        wrong.add(new Wrong("size"));
        return CompanySize.SMALL;
    }

    /// Full-width digits and separators are read as they are meant.
    static String plain(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC).replace(",", "").strip();
    }
}
