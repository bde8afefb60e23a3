package org.hoshimori.rules;

import java.util.List;
import java.util.Locale;

/// Writes the contract's list of editions (docs/reference/schemes.md), for the command and for
/// programs alike.
final class SchemeList {
    private final Locale locale;
    private final Json json = new Json();

    private SchemeList(Locale locale) {
        this.locale = locale;
    }

    static String of(List<Edition> editions, Locale locale) {
        SchemeList list = new SchemeList(locale);
        list.json.array();
        editions.forEach(list::write);
        return list.json.end().toString();
    }

    private void write(Edition edition) {
        json.object()
                .put("scheme", edition.scheme())
                .put("edition", edition.id())
                .put("status", edition.header().status().code())
                .put("title", edition.header().title().in(locale))
                .put("valid_from", edition.header().validFrom().toString());
        if (edition.header().validTo() != null) {
            json.put("valid_to", edition.header().validTo().toString());
        }
        json.key("levels").array();
        for (Level level : edition.levels()) {
            json.object()
                    .put("level", level.id())
                    .put("title", level.title().in(locale))
                    .put("requirements", edition.requirementCount(level.id()))
                    .put("criteria", edition.criterionCount(level.id()));
            if (level.validityMonths() == null) {
                json.putNull("validity_months");
            } else {
                json.put("validity_months", level.validityMonths());
            }
            json.put("assurance", level.assurance().in(locale))
                    .put("rule", level.rule().code())
                    .end();
        }
        json.end();
        settings(edition);
        deadlines(edition);
        json.put("rule", edition.rule()).end();
    }

    private void settings(Edition edition) {
        json.key("settings").array();
        for (Setting setting : edition.settings()) {
            json.object()
                    .put("id", setting.id())
                    .put("value", setting.value())
                    .put("title", setting.title().in(locale))
                    .put("confidence", setting.confidence().name())
                    .end();
        }
        json.end();
    }

    private void deadlines(Edition edition) {
        json.key("deadlines").array();
        for (Deadline deadline : edition.deadlines()) {
            json.object().put("id", deadline.id());
            if (deadline.level() != null) {
                json.put("level", deadline.level());
            }
            json.put("number", deadline.span().number())
                    .put("unit", deadline.span().unit().code())
                    .put("repeats", deadline.repeats());
            if (deadline.starts() != null) {
                json.key("starts").array();
                deadline.starts().statuses().forEach(json::value);
                json.end();
            }
            json.put("from", deadline.from().in(locale))
                    .put("title", deadline.title().in(locale))
                    .put("confidence", deadline.confidence().name())
                    .end();
        }
        json.end();
    }
}
