package org.hoshimori.rules.sheet;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hoshimori.rules.Criterion;
import org.hoshimori.rules.Requirement;
import org.hoshimori.rules.Text;

/// The words of the official sheet by id, Japanese. They are not ours to publish: an instance that
/// was given the sheet shows them instead of ours, locally.
///
/// @param sha256 digest of the sheet they were read from, 64 lower-case hex digits
public record OfficialWording(
        String scheme,
        String edition,
        String sha256,
        SortedMap<String, String> requirements,
        SortedMap<String, String> criteria) {
    public OfficialWording {
        requirements = Collections.unmodifiableSortedMap(new TreeMap<>(requirements));
        criteria = Collections.unmodifiableSortedMap(new TreeMap<>(criteria));
    }

    /// The words to show for a criterion: the official ones in Japanese where there are any.
    public Text text(Criterion criterion) {
        String official = criteria.get(criterion.id());
        return official == null ? criterion.text() : new Text(official, criterion.text().en());
    }

    /// The words to show for a requirement.
    public Text text(Requirement requirement) {
        String official = requirements.get(requirement.id());
        return official == null
                ? requirement.title()
                : new Text(official, requirement.title().en());
    }

    /// The form in which an instance keeps them: CSV `kind,id,text`.
    public byte[] bytes() {
        StringWriter out = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(out)) {
            csv.writeRecord("edition", scheme + "/" + edition, sha256);
            requirements.forEach((id, text) -> csv.writeRecord("requirement", id, text));
            criteria.forEach((id, text) -> csv.writeRecord("criterion", id, text));
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    /// What [#bytes] wrote.
    ///
    /// @throws IllegalArgumentException when it did not
    public static OfficialWording of(byte[] bytes) {
        SortedMap<String, String> requirements = new TreeMap<>();
        SortedMap<String, String> criteria = new TreeMap<>();
        String[] edition = {};
        String sha256 = "";
        try (CsvReader<CsvRecord> reader =
                CsvReader.builder().ofCsvRecord(new String(bytes, StandardCharsets.UTF_8))) {
            for (CsvRecord line : reader) {
                switch (line.getField(0)) {
                    case "edition" -> {
                        edition = line.getField(1).split("/");
                        sha256 = line.getField(2);
                    }
                    case "requirement" -> requirements.put(line.getField(1), line.getField(2));
                    case "criterion" -> criteria.put(line.getField(1), line.getField(2));
                    default -> throw new IllegalArgumentException(line.toString());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory", e);
        }
        if (edition.length != 2) {
            throw new IllegalArgumentException("no edition in the wording");
        }
        return new OfficialWording(edition[0], edition[1], sha256, requirements, criteria);
    }
}
