package org.hoshimori.network;

import java.util.Map;

/// What is known of the companies beside their relations.
///
/// @param levels by scheme, the level of each company; 0 when it has none or is not known
/// @param sizes the unit of the source, such as employees or yen; NaN when not known
/// @param listed whether the company stood in the list of companies, rather than in relations only
record Attributes(
        Map<String, byte[]> levels,
        Column industry,
        Column prefecture,
        float[] sizes,
        Marks listed) {

    byte[] levels(String scheme, int companies) {
        byte[] known = levels.get(scheme);
        return known == null ? new byte[companies] : known;
    }
}
