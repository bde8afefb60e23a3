package org.hoshimori.platform.assessment;

import org.hoshimori.platform.web.Frame;
import org.hoshimori.rules.Edition;
import org.hoshimori.rules.Text;
import org.hoshimori.rules.sheet.OfficialSheet;

/// What a difference between a sheet and the public catalogue is about, in people's words.
public final class SheetSubject {
    private SheetSubject() {}

    /// A number of criteria is counted in a level or in a requirement; everything else has an id of
    /// its own.
    public static String of(Frame frame, Edition edition, OfficialSheet.Difference difference) {
        String id = difference.id();
        if (difference.kind() != OfficialSheet.Difference.Kind.COUNT) {
            return id;
        }
        return edition.level(id)
                .map(level -> pick(frame, level.title()))
                .or(() -> edition.requirement(id).map(each -> id + " " + pick(frame, each.title())))
                .orElse(id);
    }

    private static String pick(Frame frame, Text text) {
        return frame.pick(text.ja(), text.en());
    }
}
