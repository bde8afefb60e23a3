package org.hoshimori.probe.report;

import java.util.Locale;
import org.hoshimori.probe.Bundle;
import org.hoshimori.probe.rating.Rating;
import org.hoshimori.probe.rating.Ratings;

/// The door: a bundle's rating as a page.
public final class Report {

    private final Rating rating;
    private final Ratings ratings;
    private final Words words;

    public Report(Ratings ratings, Bundle bundle, Locale locale) {
        this.rating = ratings.rating(bundle);
        this.ratings = ratings;
        this.words = new Words(locale);
    }

    /// One page for a browser that needs nothing else, light and dark.
    public String html() {
        return page(Style.SCREEN, true);
    }

    /// The same on paper.
    public byte[] pdf() {
        return Paper.of(print());
    }

    /// For paper, as XHTML.
    String print() {
        return page(Style.PAPER, false);
    }

    private String page(String style, boolean folds) {
        Html out = new Html();
        out.raw("<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"")
                .raw(words.say("ja", "en"))
                .raw("\"><head><meta charset=\"utf-8\"/>")
                .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>")
                .raw(
                        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\"/>")
                .element(
                        "title",
                        words.say("外からの見え方", "The outside view")
                                + ": "
                                + words.some(Head.targets(rating), 1))
                .raw("<style>" + style + "</style></head><body><main>\n");
        Head.write(out, rating, words);
        Way.write(out, rating, words);
        Pictures.write(out, rating, words);
        new RepairList(out, rating, ratings.criteria(), words, folds).write(ratings.fixes());
        Rest.write(out, rating, words);
        return out.raw("</main></body></html>\n").toString();
    }
}
