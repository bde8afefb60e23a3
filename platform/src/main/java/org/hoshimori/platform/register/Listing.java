package org.hoshimori.platform.register;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.web.util.UriComponentsBuilder;

/// A page of search results with the addresses that lead on from it.
///
/// @param day today in Tokyo
public record Listing(Asked asked, Found found, LocalDate day) {

    private static final String DESCENDING = "-";

    /// The same search sorted by this; by its reverse if it is sorted so already.
    public String sortedBy(String word) {
        return address(sorted().equals(word) ? DESCENDING + word : word, "");
    }

    /// The value of `aria-sort` for a column.
    public String direction(String word) {
        if (sorted().equals(word)) {
            return "ascending";
        }
        return sorted().equals(DESCENDING + word) ? "descending" : "none";
    }

    public Optional<String> next() {
        return found.next().map(token -> address(asked.sort(), token));
    }

    /// The first page, if this is a later one.
    public Optional<String> first() {
        return asked.after().isEmpty() ? Optional.empty() : Optional.of(address(asked.sort(), ""));
    }

    public boolean narrowed() {
        return !(asked.q()
                        + asked.prefecture()
                        + asked.industry()
                        + asked.level()
                        + asked.scheme()
                        + asked.state())
                .isEmpty();
    }

    private String sorted() {
        return asked.sort().isEmpty() ? Sort.KANA.word() : asked.sort();
    }

    private String address(String sort, String after) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/register");
        add(address, "q", asked.q());
        add(address, "level", asked.level());
        add(address, "prefecture", asked.prefecture());
        add(address, "industry", asked.industry());
        add(address, "scheme", asked.scheme());
        add(address, "state", asked.state());
        add(address, "sort", sort);
        add(address, "after", after);
        return address.encode().toUriString();
    }

    private static void add(UriComponentsBuilder address, String name, String value) {
        if (!value.isEmpty()) {
            // A template variable, so that braces and plus signs in what was typed stay what they
            // are.
            address.queryParam(name, "{" + name + "}").uriVariables(java.util.Map.of(name, value));
        }
    }
}
