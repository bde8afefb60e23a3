package org.hoshimori.probe.http;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.hoshimori.probe.Facts;

/// A security.txt file (RFC 9116), signed or not.
///
/// @param faults what makes it invalid
/// @param warnings what is odd but allowed
record SecurityText(
        List<String> contacts,
        Optional<Instant> expires,
        boolean signed,
        List<String> faults,
        List<String> warnings) {

    private static final Set<String> KNOWN =
            Set.of(
                    "acknowledgments",
                    "canonical",
                    "contact",
                    "encryption",
                    "expires",
                    "hiring",
                    "policy",
                    "preferred-languages",
                    "csaf",
                    "bug-bounty");
    private static final Set<String> ADDRESSES =
            Set.of(
                    "acknowledgments",
                    "canonical",
                    "contact",
                    "encryption",
                    "hiring",
                    "policy",
                    "csaf");

    static SecurityText parse(String text, Instant now) {
        List<String> faults = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        List<String> contacts = new ArrayList<>();
        Optional<Instant> expires = Optional.empty();
        int expiries = 0;
        int languages = 0;
        boolean signed = text.startsWith("-----BEGIN PGP SIGNED MESSAGE-----");
        int number = 0;
        boolean armour = signed;
        for (String raw : text.split("\r?\n", -1)) {
            number++;
            String line = raw.strip();
            if (armour) {
                armour = !line.isEmpty();
                continue;
            }
            if (line.startsWith("-----BEGIN PGP SIGNATURE-----")) {
                break;
            }
            if (signed && line.startsWith("- ")) {
                line = line.substring(2);
            }
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            int colon = line.indexOf(':');
            if (colon < 1 || !line.substring(0, colon).matches("[A-Za-z-]+")) {
                faults.add("line " + number + ": not a field");
                continue;
            }
            String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
            String value = line.substring(colon + 1).strip();
            if (!KNOWN.contains(name)) {
                warnings.add("line " + number + ": unknown field " + name);
            }
            if (ADDRESSES.contains(name) && !address(value)) {
                faults.add(
                        "line "
                                + number
                                + ": "
                                + name
                                + " is not an address (https:, mailto:, tel:)");
            }
            switch (name) {
                case "contact" -> contacts.add(value);
                case "expires" -> {
                    expiries++;
                    expires = moment(value);
                    if (expires.isEmpty()) {
                        faults.add("line " + number + ": expires is not a moment of RFC 3339");
                    }
                }
                case "preferred-languages" -> languages++;
                default -> {}
            }
        }
        if (contacts.isEmpty()) {
            faults.add("no contact");
        }
        if (expiries != 1) {
            faults.add(expiries == 0 ? "no expires" : "more than one expires");
        }
        if (languages > 1) {
            faults.add("more than one preferred-languages");
        }
        if (expires.isPresent() && expires.get().isBefore(now)) {
            faults.add("expired");
        }
        if (expires.isPresent() && expires.get().isAfter(now.plus(366, ChronoUnit.DAYS))) {
            warnings.add("expires in more than a year");
        }
        return new SecurityText(List.copyOf(contacts), expires, signed, faults, warnings);
    }

    private static Optional<Instant> moment(String value) {
        try {
            return Optional.of(OffsetDateTime.parse(value.toUpperCase(Locale.ROOT)).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static boolean address(String value) {
        try {
            String scheme = URI.create(value).getScheme();
            return scheme != null && !scheme.equalsIgnoreCase("http");
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    Facts facts() {
        return Facts.write()
                .put("valid", faults.isEmpty())
                .put("contacts", contacts)
                .put("expires", expires.map(Instant::toString).orElse(""))
                .put("expired", faults.contains("expired"))
                .put("signed", signed)
                .put("faults", faults)
                .put("warnings", warnings)
                .done();
    }
}
