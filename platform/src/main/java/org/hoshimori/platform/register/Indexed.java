package org.hoshimori.platform.register;

import java.text.Collator;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.ngram.NGramTokenizer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.util.BytesRef;

/// What the search's index holds of a registration: its facts as they are, its names as single
/// characters and as pairs of neighbours (Japanese has no spaces between words), and a key for each
/// order.
final class Indexed {

    static final String CERTIFICATE = "certificate";
    static final String CHARACTER = "character";
    static final String PAIR = "pair";

    /// Cuts names in the search's spelling; a gap keeps a word from being found across two names.
    static final Analyzer ANALYZER =
            new Analyzer(Analyzer.PER_FIELD_REUSE_STRATEGY) {
                @Override
                protected TokenStreamComponents createComponents(String field) {
                    int length = field.equals(PAIR) ? 2 : 1;
                    return new TokenStreamComponents(new NGramTokenizer(length, length));
                }

                @Override
                public int getPositionIncrementGap(String field) {
                    return 2;
                }
            };

    private Indexed() {}

    static Document document(Registration one) {
        Company company = one.company();
        Document document = new Document();
        document.add(new StringField(CERTIFICATE, one.certificate(), Field.Store.YES));
        fact(document, Fact.CERTIFICATE, one.certificate().toLowerCase(Locale.ROOT));
        fact(document, Fact.NUMBER, company.corporateNumber());
        fact(document, Fact.PREFECTURE, company.prefecture());
        fact(document, Fact.INDUSTRY, company.industry());
        fact(document, Fact.SCHEME, one.scheme());
        fact(document, Fact.LEVEL, one.level());
        fact(document, Fact.STATE, one.state().word());
        if (one.state() != Kind.SUPERSEDED) {
            fact(document, Fact.STATE, Query.CURRENT);
        }
        names(company)
                .forEach(name -> {
                    document.add(new TextField(CHARACTER, name, Field.Store.NO));
                    document.add(new TextField(PAIR, name, Field.Store.NO));
                });
        for (Sort sort : Sort.values()) {
            document.add(new SortedDocValuesField(sort.field(), key(sort, sort.keyOf(one))));
        }
        document.add(new SortedDocValuesField(Sort.TIE, new BytesRef(one.certificate())));
        return document;
    }

    /// Names go by the Japanese order of characters, everything else by its own.
    static BytesRef key(Sort sort, String value) {
        return switch (sort) {
            case NAME, KANA ->
                    new BytesRef(
                            Collator.getInstance(Locale.JAPANESE)
                                    .getCollationKey(value)
                                    .toByteArray());
            case NUMBER, LEVEL, REGISTERED, UNTIL -> new BytesRef(value);
        };
    }

    private static Stream<String> names(Company company) {
        return Stream.concat(
                        Stream.of(company.name(), company.kana()), company.englishName().stream())
                .map(Spelling::of);
    }

    private static void fact(Document document, Fact fact, String value) {
        document.add(new StringField(fact.field(), value, Field.Store.NO));
    }
}
