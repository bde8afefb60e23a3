package org.hoshimori.platform.demo;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The sample nation as `samples/nation.yaml` tells it.
///
/// @param digest SHA-256 of that file
record Nation(
        String digest,
        Map<String, Person> people,
        List<Licence> experts,
        List<Offer> offers,
        List<Company> companies,
        Map<String, Drawing> scopes) {

    /// A text in both languages.
    record Both(String ja, String en) {}

    record Person(String id, String name, String email, boolean operator) {}

    /// An expert's qualification.
    record Licence(
            String person,
            String kind,
            String number,
            @Nullable String employer,
            Duration validFor,
            Duration since) {}

    /// Somebody the first page offers to be.
    record Offer(String person, Both title, Both text, String path) {}

    record Company(
            String id,
            String number,
            String name,
            String kana,
            String english,
            String prefecture,
            String industry,
            String size,
            Map<String, List<String>> people,
            List<Chief> officers,
            String scope,
            List<Turn> story) {}

    /// An officer, with the reading of the name.
    record Chief(String name, String kana) {}

    /// One turn of a company's story.
    ///
    /// @param what draft, declared, returned, confirmed, applied, refused, registered, renewed,
    ///   suspended, withdrawn, expired
    /// @param with the expert who confirms, or the number of answers of a draft
    record Turn(String what, String with, Duration ago, @Nullable Both reason) {}

    record Drawing(
            List<Both> sites,
            List<Both> networks,
            List<Both> systems,
            List<Both> clouds,
            List<Exclusion> exclusions) {}

    record Exclusion(Both what, Both reason) {}
}
