package org.hoshimori.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads the forms of the schemes' own sheets (docs/reference/scheme-format.md).
final class SheetForms {
    private static final Text LETTERS = new Text("列の文字 (L など)", "the letters of a column");

    private SheetForms() {}

    /// By scheme; of several files for one scheme the last counts, so that an instance may lay a
    /// better one beside ours.
    static Map<String, SheetForm> read(List<SchemeFile> files, List<Fault> all) {
        Map<String, SheetForm> forms = new LinkedHashMap<>();
        for (SchemeFile file : files) {
            Faults faults = new Faults(file.name());
            Optional<SheetForm> form =
                    YamlTree.read(file, faults)
                            .map(root -> new Fields(root, new Text("シートの形", "sheet"), faults))
                            .map(SheetForms::form);
            if (faults.count() == 0) {
                form.ifPresent(each -> forms.put(each.scheme(), each));
            }
            all.addAll(faults.all());
        }
        return forms;
    }

    private static SheetForm form(Fields fields) {
        fields.number("format", 1, 1);
        String scheme = EditionReader.id(fields, "sheet");
        Text title = fields.text("title");
        for (Fields source : fields.innerMaps("sources", "出典", "source")) {
            source.word("id");
            source.word("title");
            EditionReader.confidence(source, "confidence");
            source.close();
        }
        int heading = fields.has("heading") ? fields.number("heading", 1, 1000) : 0;
        int free = fields.has("free") ? fields.number("free", 1, 1000) : 0;
        int least = fields.has("least") ? fields.number("least", 1, 1000) : 3;
        Text placed = fields.textOrNull("placed");
        List<SheetForm.Column> columns = new ArrayList<>();
        for (Fields each : fields.maps("columns", "列", "column")) {
            columns.add(column(each));
            each.close();
        }
        List<SheetForm.Word> words = new ArrayList<>();
        for (Fields each : fields.innerMaps("answers", "回答", "answer")) {
            words.add(
                    new SheetForm.Word(
                            EditionReader.id(each, "id"),
                            List.copyOf(each.words("written").values()),
                            EditionReader.confidence(each, "confidence")));
            if (words.getLast().written().isEmpty()) {
                each.fault(each.at("written"), "「written」が空です", "\"written\" is empty");
            }
            each.close();
        }
        List<SheetForm.Place> places = new ArrayList<>();
        for (Fields each : fields.innerMaps("requirements", "要求事項", "requirement")) {
            places.add(
                    new SheetForm.Place(
                            EditionReader.id(each, "id"),
                            EditionReader.id(each, "after"),
                            EditionReader.id(each, "category"),
                            EditionReader.id(each, "level"),
                            each.text("title"),
                            EditionReader.confidence(each, "confidence")));
            each.close();
        }
        fields.close();
        return new SheetForm(scheme, title, heading, free, least, columns, words, places, placed);
    }

    private static SheetForm.Column column(Fields fields) {
        SheetForm.Role role = fields.oneOf("id", SheetForm.Role.values());
        String at =
                fields.has("at") ? fields.parsed("at", "A", SheetForms::letters, LETTERS) : null;
        List<String> words = List.copyOf(fields.words("words").values());
        if (at == null && words.isEmpty()) {
            fields.fault(fields.at("words"), "「words」か「at」が必要です", "needs \"words\" or \"at\"");
        }
        return new SheetForm.Column(
                role,
                at,
                words,
                fields.has("prefix") ? fields.word("prefix") : "",
                fields.has("added") && fields.oneOf("added", YesNo.values()) == YesNo.YES,
                EditionReader.confidence(fields, "confidence"));
    }

    private static String letters(String word) {
        if (word.matches("[A-Z]{1,3}")) {
            return word;
        }
        throw new IllegalArgumentException(word);
    }
}
