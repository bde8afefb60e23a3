package org.hoshimori.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// The public holidays by which a scheme counts working days, as an operator laid them beside the
/// application (`schemes/holidays/<scheme>.yaml`). We carry none: our facts hold no dates, and they
/// differ within one country.
///
/// @param place where they hold, such as England and Wales
/// @param from first day of which the list knows
/// @param through last day of which the list knows
public record Holidays(Text place, LocalDate from, LocalDate through, Set<LocalDate> days) {
    private static final Text DATE = new Text("日付 (YYYY-MM-DD)", "a date (YYYY-MM-DD)");

    public Holidays {
        days = Set.copyOf(days);
    }

    /// Whether the list knows all days from `first` to `last`.
    public boolean know(LocalDate first, LocalDate last) {
        return !first.isBefore(from) && !last.isAfter(through);
    }

    /// By scheme; of several files for one scheme the last counts.
    static Map<String, Holidays> read(List<SchemeFile> files, List<Fault> all) {
        Map<String, Holidays> holidays = new LinkedHashMap<>();
        for (SchemeFile file : files) {
            Faults faults = new Faults(file.name());
            Optional<Fields> fields =
                    YamlTree.read(file, faults)
                            .map(root -> new Fields(root, new Text("祝日", "holidays"), faults));
            fields.ifPresent(each -> {
                each.number("format", 1, 1);
                String scheme = EditionReader.id(each, "holidays");
                Holidays read = holidays(each);
                if (faults.count() == 0) {
                    holidays.put(scheme, read);
                }
            });
            all.addAll(faults.all());
        }
        return holidays;
    }

    private static Holidays holidays(Fields fields) {
        Text place = fields.text("place");
        LocalDate from = fields.parsed("from", LocalDate.EPOCH, LocalDate::parse, DATE);
        LocalDate through = fields.parsed("through", LocalDate.EPOCH, LocalDate::parse, DATE);
        fields.word("source");
        Set<LocalDate> days = new TreeSet<>();
        List<YamlNode> wrong = new ArrayList<>();
        fields.words("days")
                .forEach((node, word) -> {
                    try {
                        days.add(LocalDate.parse(word));
                    } catch (java.time.DateTimeException e) {
                        wrong.add(node);
                    }
                });
        wrong.forEach(node ->
                fields.fault(
                        node,
                        "「days」の値が" + DATE.ja() + "ではありません",
                        "\"days\" holds what is not " + DATE.en()));
        for (LocalDate day : days) {
            if (day.isBefore(from) || day.isAfter(through)) {
                fields.fault(
                        fields.at("days"),
                        day + " は「from」から「through」までの外です",
                        day + " lies outside \"from\" to \"through\"");
            }
        }
        fields.close();
        return new Holidays(place, from, through, days);
    }
}
