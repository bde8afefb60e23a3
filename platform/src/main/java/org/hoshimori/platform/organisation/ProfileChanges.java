package org.hoshimori.platform.organisation;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What the trail tells of a change: each changed field as `old → new`.
final class ProfileChanges {

    private ProfileChanges() {}

    static Map<String, String> between(Profile before, Profile after) {
        var changes = new TreeMap<String, String>();
        Map<String, String> old = fields(before);
        fields(after)
                .forEach((field, value) -> {
                    String was = old.getOrDefault(field, "");
                    if (!was.equals(value)) {
                        changes.put(field, was + " → " + value);
                    }
                });
        return changes;
    }

    static String names(List<Officer> officers) {
        return officers.stream().map(Officer::name).collect(Collectors.joining("、"));
    }

    private static Map<String, String> fields(Profile profile) {
        return Map.of(
                "name", profile.name(),
                "kana", profile.kana(),
                "english-name", profile.englishName().orElse(""),
                "prefecture", profile.prefecture(),
                "industry", profile.industry(),
                "size", profile.size().band(),
                "website", profile.website().map(URI::toString).orElse(""));
    }
}
