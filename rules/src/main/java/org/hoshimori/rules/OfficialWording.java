package org.hoshimori.rules;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What an instance was given of a scheme's own sheet: its words by id, Japanese, and where the
/// public does not know it, which level and requirement each criterion has. It is not ours to
/// publish: the instance shows it beside ours, locally, and no export carries it.
///
/// @param sha256 digest of the sheet they were read from, 64 lower-case hex digits
/// @param placing empty where the scheme's levels are public
public record OfficialWording(
        String scheme,
        String edition,
        String sha256,
        SortedMap<String, String> requirements,
        SortedMap<String, String> criteria,
        Placing placing) {
    /// The folder of wordings below an instance's `schemes`.
    static final String FOLDER = "wording";

    public OfficialWording {
        requirements = Collections.unmodifiableSortedMap(new TreeMap<>(requirements));
        criteria = Collections.unmodifiableSortedMap(new TreeMap<>(criteria));
    }

    /// Where an instance keeps what it was given of an edition, below its `schemes` folder.
    public static Path place(Path schemes, Edition edition) {
        return schemes.resolve(FOLDER).resolve(edition.scheme() + "-" + edition.id() + ".csv");
    }

    /// Nothing of the sheet: what an instance keeps that gave the sheet up again.
    public static OfficialWording none(Edition edition) {
        return new OfficialWording(
                edition.scheme(), edition.id(), "", new TreeMap<>(), new TreeMap<>(), Placing.NONE);
    }

    public boolean isEmpty() {
        return requirements.isEmpty() && criteria.isEmpty() && placing.isEmpty();
    }

    /// The words to show for a criterion: the official ones in their language where there are any.
    public Text text(Criterion criterion) {
        return shown(criteria.get(criterion.id()), criterion.text());
    }

    /// The words to show for a requirement.
    public Text text(Requirement requirement) {
        return shown(requirements.get(requirement.id()), requirement.title());
    }

    private static Text shown(@Nullable String official, Text ours) {
        if (official == null) {
            return ours;
        }
        return japanese(official) ? new Text(official, ours.en()) : new Text(ours.ja(), official);
    }

    /// Whether official words are Japanese: sheets of other countries are not.
    public static boolean japanese(String words) {
        return words.codePoints()
                .mapToObj(Character.UnicodeScript::of)
                .anyMatch(script ->
                        script == Character.UnicodeScript.HIRAGANA
                                || script == Character.UnicodeScript.KATAKANA
                                || script == Character.UnicodeScript.HAN);
    }

    /// The form in which an instance keeps them: CSV `kind,id,text`.
    public byte[] bytes() {
        StringWriter out = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(out)) {
            csv.writeRecord("edition", scheme + "/" + edition, sha256);
            write(csv, "requirement", requirements);
            write(csv, "criterion", criteria);
            write(csv, "level", placing.levels());
            write(csv, "belongs-to", placing.requirements());
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void write(CsvWriter csv, String kind, Map<String, String> by) {
        by.forEach((id, text) -> csv.writeRecord(kind, id, text));
    }

    /// What [#bytes] wrote.
    ///
    /// @throws IllegalArgumentException when it did not
    public static OfficialWording of(byte[] bytes) {
        SortedMap<String, String> requirements = new TreeMap<>();
        SortedMap<String, String> criteria = new TreeMap<>();
        SortedMap<String, String> levels = new TreeMap<>();
        SortedMap<String, String> places = new TreeMap<>();
        String[] edition = {};
        String sha256 = "";
        try (CsvReader<CsvRecord> reader =
                CsvReader.builder().ofCsvRecord(new String(bytes, StandardCharsets.UTF_8))) {
            for (CsvRecord line : reader) {
                if (line.getFieldCount() != 3) {
                    throw new IllegalArgumentException(line.toString());
                }
                String id = line.getField(1);
                String text = line.getField(2);
                switch (line.getField(0)) {
                    case "edition" -> {
                        edition = id.split("/");
                        sha256 = text;
                    }
                    case "requirement" -> requirements.put(id, text);
                    case "criterion" -> criteria.put(id, text);
                    case "level" -> levels.put(id, text);
                    case "belongs-to" -> places.put(id, text);
                    default -> throw new IllegalArgumentException(line.toString());
                }
            }
        } catch (CsvParseException e) {
            throw new IllegalArgumentException(e);
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory", e);
        }
        if (edition.length != 2) {
            throw new IllegalArgumentException("no edition in the wording");
        }
        return new OfficialWording(
                edition[0],
                edition[1],
                sha256,
                requirements,
                criteria,
                new Placing(levels, places));
    }

    /// The placing as far as `edition` has what it names.
    ///
    /// @param form names requirements that only a sheet fills
    Placing placing(Edition edition, @Nullable SheetForm form) {
        Set<String> filled =
                form == null
                        ? Set.of()
                        : form.places().stream()
                                .map(SheetForm.Place::id)
                                .collect(Collectors.toSet());
        SortedMap<String, String> levels = new TreeMap<>(placing.levels());
        levels.entrySet()
                .removeIf(each ->
                        edition.criterion(each.getKey()).isEmpty()
                                || edition.level(each.getValue()).isEmpty());
        SortedMap<String, String> places = new TreeMap<>(placing.requirements());
        places.entrySet()
                .removeIf(each ->
                        edition.criterion(each.getKey()).isEmpty()
                                || edition.requirement(each.getValue()).isEmpty()
                                        && !filled.contains(each.getValue()));
        return new Placing(levels, places);
    }
}
