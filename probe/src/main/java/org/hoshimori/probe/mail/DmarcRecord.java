package org.hoshimori.probe.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.hoshimori.probe.Malformed;

/// One DMARC policy record (RFC 9989, section 4.7), with what is odd about it.
///
/// @param p `none`, `quarantine` or `reject`
/// @param sp for subdomains; `p` when not given
/// @param np for subdomains that do not exist; `sp` when not given
/// @param psd `y`, `n` or `u`
/// @param test `t=y`: receivers apply one step less
/// @param rua addresses of aggregate reports
record DmarcRecord(
        String text,
        String p,
        String sp,
        String np,
        String psd,
        boolean test,
        List<String> rua,
        List<String> warnings) {

    private static final Set<String> POLICIES = Set.of("none", "quarantine", "reject");
    private static final Set<String> GONE = Set.of("pct", "rf", "ri");

    static boolean claims(String text) {
        return text.matches("(?s)v\\s*=\\s*DMARC1\\s*(;.*)?");
    }

    static DmarcRecord parse(String text) throws Malformed {
        Tags tags = Tags.parse(text);
        if (!tags.version("DMARC1")) {
            throw new Malformed("does not begin with v=DMARC1");
        }
        List<String> warnings = new ArrayList<>();
        GONE.stream()
                .filter(tags::has)
                .sorted()
                .forEach(tag -> warnings.add(tag + " is no longer used (RFC 9989)"));
        List<String> rua = uris(tags.get("rua", ""), warnings);
        Optional<String> p = policy(tags, "p", warnings);
        // Section 4.7: without a usable p, a record that wants reports counts as p=none.
        if (p.isEmpty() && rua.isEmpty()) {
            throw new Malformed("no usable p, and no rua");
        }
        String own = p.orElse("none");
        String sub = policy(tags, "sp", warnings).orElse(own);
        return new DmarcRecord(
                text,
                own,
                sub,
                policy(tags, "np", warnings).orElse(sub),
                tags.get("psd", "u").toLowerCase(Locale.ROOT),
                tags.get("t", "n").equalsIgnoreCase("y"),
                rua,
                warnings);
    }

    private static Optional<String> policy(Tags tags, String tag, List<String> warnings) {
        if (!tags.has(tag)) {
            return Optional.empty();
        }
        String value = tags.get(tag, "").toLowerCase(Locale.ROOT);
        if (!POLICIES.contains(value)) {
            warnings.add(tag + "=" + value + " is no policy");
            return Optional.empty();
        }
        return Optional.of(value);
    }

    private static List<String> uris(String value, List<String> warnings) {
        List<String> uris = new ArrayList<>();
        for (String uri : value.split(",")) {
            String plain = uri.strip().replaceFirst("![0-9]+[kmgtKMGT]?$", "");
            if (plain.toLowerCase(Locale.ROOT).matches("mailto:[^@\\s]+@[^@\\s]+\\.[^@\\s]+")) {
                uris.add(plain);
            } else if (!plain.isEmpty()) {
                warnings.add("rua: not a mailto address: " + plain);
            }
        }
        return List.copyOf(uris);
    }

    /// What receivers do to the domain that this record stands for: `t=y` takes one step back
    /// (section 4.7).
    String effective(String policy) {
        if (!test) {
            return policy;
        }
        return policy.equals("reject") ? "quarantine" : "none";
    }
}
