package org.hoshimori.platform.register;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.util.BytesRef;
import org.springframework.stereotype.Component;

/// Finds registrations, a page at a time.
@Component
class Search {

    static final int PAGE = 20;

    private final SearchIndex index;
    private final Registrations registrations;

    Search(SearchIndex index, Registrations registrations) {
        this.index = index;
        this.registrations = registrations;
    }

    /// The certificates of a page and one more, in order; and how many there are in all.
    private record Hits(List<String> certificates, long count) {}

    Found find(Query query) {
        Hits hits = index.ask(searcher -> hits(searcher, query));
        boolean more = hits.certificates.size() > PAGE;
        List<Registration> page =
                registrations.all(
                        hits.certificates.subList(0, Math.min(PAGE, hits.certificates.size())));
        Optional<String> next = Optional.empty();
        if (more) {
            Registration last = page.getLast();
            next =
                    Optional.of(
                            new Query.Place(query.sort().keyOf(last), last.certificate()).token());
        }
        return new Found(page, hits.count, next);
    }

    private static Hits hits(IndexSearcher searcher, Query query) throws IOException {
        var order =
                new org.apache.lucene.search.Sort(
                        new SortField(
                                query.sort().field(), SortField.Type.STRING, query.descending()),
                        new SortField(Sort.TIE, SortField.Type.STRING, query.descending()));
        FieldDoc after = query.after().map(place -> doc(searcher, query, place)).orElse(null);
        TopFieldDocs found =
                searcher.search(
                        matching(query),
                        new TopFieldCollectorManager(order, PAGE + 1, after, Integer.MAX_VALUE));
        List<String> certificates = new ArrayList<>();
        for (ScoreDoc each : found.scoreDocs) {
            certificates.add(((BytesRef) ((FieldDoc) each).fields[1]).utf8ToString());
        }
        return new Hits(certificates, found.totalHits.value());
    }

    /// The certificate's number leaves no two alike, so any document number ends the page before.
    private static FieldDoc doc(IndexSearcher searcher, Query query, Query.Place place) {
        return new FieldDoc(
                Math.max(0, searcher.getIndexReader().maxDoc() - 1),
                Float.NaN,
                new Object[] {
                    Indexed.key(query.sort(), place.key()), new BytesRef(place.certificate())
                });
    }

    private static org.apache.lucene.search.Query matching(Query query) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        query.facts()
                .forEach((fact, value) ->
                        all.add(new TermQuery(new Term(fact.field(), value)), Occur.FILTER));
        query.words().forEach(word -> all.add(containing(word), Occur.FILTER));
        BooleanQuery matching = all.build();
        return matching.clauses().isEmpty() ? MatchAllDocsQuery.INSTANCE : matching;
    }

    /// Names that contain the word: its pairs stand one after the other.
    private static org.apache.lucene.search.Query containing(String word) {
        int[] characters = word.codePoints().toArray();
        if (characters.length == 1) {
            return new TermQuery(new Term(Indexed.CHARACTER, word));
        }
        PhraseQuery.Builder phrase = new PhraseQuery.Builder();
        for (int place = 0; place + 1 < characters.length; place++) {
            phrase.add(new Term(Indexed.PAIR, new String(characters, place, 2)), place);
        }
        return phrase.build();
    }
}
