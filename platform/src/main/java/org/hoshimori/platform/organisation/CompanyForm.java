package org.hoshimori.platform.organisation;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.hoshimori.platform.web.Frame;
import org.jspecify.annotations.Nullable;

/// What somebody typed about a company, kept as typed so that nothing is lost when a field is
/// wrong.
///
/// @param executive `true` when the founder ticked to be an executive
/// @param officers one line each: the name, and after a comma how it is read
public record CompanyForm(
        String number,
        String name,
        String kana,
        String englishName,
        String prefecture,
        String industry,
        String size,
        String website,
        String officers,
        String executive) {

    private static final int MOST_OFFICERS = 60;

    public CompanyForm(
            @Nullable String number,
            @Nullable String name,
            @Nullable String kana,
            @Nullable String englishName,
            @Nullable String prefecture,
            @Nullable String industry,
            @Nullable String size,
            @Nullable String website,
            @Nullable String officers,
            @Nullable String executive) {
        this.number = text(number);
        this.name = text(name);
        this.kana = text(kana);
        this.englishName = text(englishName);
        this.prefecture = text(prefecture);
        this.industry = text(industry);
        this.size = text(size);
        this.website = text(website);
        this.officers = Objects.requireNonNullElse(officers, "").strip();
        this.executive = text(executive);
    }

    static CompanyForm of(Organisation company, List<Officer> officers) {
        return new CompanyForm(
                company.number().value(),
                company.name(),
                company.kana(),
                company.englishName().orElse(""),
                company.prefecture(),
                company.industry(),
                company.size().band(),
                company.website().map(URI::toString).orElse(""),
                String.join(
                        "\n",
                        officers.stream()
                                .map(officer ->
                                        officer.kana().isEmpty()
                                                ? officer.name()
                                                : officer.name() + "、" + officer.kana())
                                .toList()),
                "");
    }

    /// An unticked box sends nothing.
    public boolean founderIsExecutive() {
        return executive.equals("true");
    }

    /// What is wrong with the number: the field's name and a whole sentence; empty when it is
    /// right.
    Map<String, String> faultsOfNumber(Frame frame) {
        return switch (CorporateNumber.parse(number)) {
            case CorporateNumber.Reading.Read _ -> Map.of();
            case CorporateNumber.Reading.Missing _ ->
                    Map.of("number", frame.say("organisation.form.number.missing"));
            case CorporateNumber.Reading.NotDigits(String found) ->
                    Map.of("number", frame.say("organisation.form.number.not-digits", found));
            case CorporateNumber.Reading.WrongLength(int digits) ->
                    Map.of("number", frame.say("organisation.form.number.length", digits));
            case CorporateNumber.Reading.WrongCheckDigit(int given, int expected) ->
                    Map.of("number", frame.say("organisation.form.number.check", given, expected));
        };
    }

    /// What is wrong with the other fields, in the order of the page.
    Map<String, String> faults(Frame frame) {
        var faults = new LinkedHashMap<String, String>();
        if (name.isEmpty() || name.length() > 150) {
            faults.put("name", frame.say("organisation.form.name.fault"));
        }
        if (!Kana.isKana(Kana.of(kana))) {
            faults.put("kana", frame.say("organisation.form.kana.fault"));
        }
        if (englishName.length() > 150) {
            faults.put("englishName", frame.say("organisation.form.english.fault"));
        }
        if (!Facts.PREFECTURES.contains(prefecture)) {
            faults.put("prefecture", frame.say("organisation.form.prefecture.fault"));
        }
        if (!Facts.INDUSTRIES.contains(industry)) {
            faults.put("industry", frame.say("organisation.form.industry.fault"));
        }
        if (!Facts.SIZES.contains(size)) {
            faults.put("size", frame.say("organisation.form.size.fault"));
        }
        if (!website.isEmpty() && address().isEmpty()) {
            faults.put("website", frame.say("organisation.form.website.fault"));
        }
        Optional<String> unreadable = unreadableOfficer();
        if (unreadable.isPresent()) {
            faults.put("officers", frame.say("organisation.form.officers.fault", unreadable.get()));
        }
        return faults;
    }

    /// The number; call it when [#faultsOfNumber] found none.
    CorporateNumber corporateNumber() {
        if (CorporateNumber.parse(number) instanceof CorporateNumber.Reading.Read(var read)) {
            return read;
        }
        throw new IllegalStateException("the form was not checked");
    }

    /// The facts; call it when [#faults] found none.
    Profile profile() {
        return new Profile(
                name,
                Kana.of(kana),
                englishName.isEmpty() ? Optional.empty() : Optional.of(englishName),
                prefecture,
                industry,
                Size.of(size),
                address());
    }

    List<Officer> officerList() {
        var list = new ArrayList<Officer>();
        for (String line : officers.lines().map(CompanyForm::text).toList()) {
            if (!line.isEmpty()) {
                String[] parts = line.split("[,，、]", 2);
                list.add(new Officer(text(parts[0]), parts.length == 1 ? "" : Kana.of(parts[1])));
            }
        }
        return list;
    }

    private Optional<String> unreadableOfficer() {
        if (officers.lines().count() > MOST_OFFICERS) {
            return Optional.of("…");
        }
        return officers.lines()
                .map(CompanyForm::text)
                .filter(line -> !line.isEmpty())
                .filter(line -> {
                    String[] parts = line.split("[,，、]", 2);
                    String reading = parts.length == 1 ? "" : Kana.of(parts[1]);
                    return text(parts[0]).isEmpty()
                            || text(parts[0]).length() > 100
                            || !(reading.isEmpty() || Kana.isKana(reading));
                })
                .findFirst();
    }

    /// A bare host name is taken as https.
    private Optional<URI> address() {
        if (website.isEmpty() || website.length() > 500) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(website.contains("://") ? website : "https://" + website);
            return uri.getHost() != null
                            && uri.getUserInfo() == null
                            && String.valueOf(uri.getScheme()).matches("(?i)https?")
                    ? Optional.of(uri)
                    : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /// On one line, without control and direction characters.
    private static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "")
                .replaceAll("[\\p{Cntrl}\\p{Cf}\\s\\u3000]+", " ")
                .strip();
    }
}
