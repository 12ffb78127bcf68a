package org.w3id.urbis.loader.names;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/** Says in Lucene's terms what a {@link NameQuery} looks for. Each way to be found has a rank; the best one counts. */
final class LuceneQueries {

    private static final float BY_CODE = 100;
    private static final float SAME = 90;
    private static final float SAME_CORE = 80;
    private static final float BEGINNING = 70;
    private static final float ALL_WORDS = 60;
    private static final float TYPOS = 50;
    private static final float CORE_TYPOS = 40;
    private static final float WORDS_WITH_TYPOS = 30;
    private static final float SAME_CONSONANTS = 25;
    private static final float SOME_WORDS = 20;

    /** Letters that a word needs for one typo, and for two. */
    private static final int ONE = 4;

    private static final int TWO = 8;
    /** In longer names every word by itself is looked for: finding typos in long texts takes long. */
    private static final int LONGEST_FUZZY = 24;

    private static final int MOST_FUZZY_WORDS = 4;
    /** With fewer, names have their consonants in common by chance. */
    private static final int FEWEST_CONSONANTS = 3;

    private final NameQuery asked;
    private final FoldedText text;

    LuceneQueries(NameQuery asked, FoldedText text) {
        this.asked = asked;
        this.text = text;
    }

    /** Things one of whose names is as asked for. */
    Query exactly() {
        return filtered(new DisjunctionMaxQuery(exact(), 0));
    }

    /** The same, and things with a name much like it. */
    Query loosely() {
        List<Query> ways = exact();
        addFuzzy(ways, text.key(), TYPOS);
        String core = Designations.core(text).key();
        if (asked.typos() == NameQuery.Typos.ALWAYS && !core.equals(text.key())) {
            addFuzzy(ways, core, CORE_TYPOS);
        }
        int words = text.terms().size();
        if (words > 1 && words <= MOST_FUZZY_WORDS) {
            ways.add(rank(WORDS_WITH_TYPOS, words(true, words)));
        }
        if (asked.typos() == NameQuery.Typos.ALWAYS && words > 1) {
            ways.add(rank(SOME_WORDS, words(false, (words + 1) / 2)));
        }
        String skeleton = Designations.core(text).skeleton();
        if (!text.own().isEmpty() && skeleton.length() >= FEWEST_CONSONANTS) {
            ways.add(rank(SAME_CONSONANTS, term(Fields.SKELETON, skeleton)));
        }
        return filtered(new DisjunctionMaxQuery(ways, 0));
    }

    /** All things that pass the filters, whatever they are called. */
    Query everything() {
        return filtered(new MatchAllDocsQuery());
    }

    private List<Query> exact() {
        List<Query> ways = new ArrayList<>();
        ways.add(rank(BY_CODE, term(Fields.CODE, Codes.plain(asked.text()))));
        ways.add(rank(BY_CODE, term(Fields.IRI, asked.text().strip())));
        for (String key : new HashSet<>(List.of(text.key(), text.ownKey()))) {
            if (!key.isEmpty()) {
                ways.add(rank(SAME, term(Fields.KEY, key)));
                if (asked.beginning()) {
                    ways.add(rank(BEGINNING, new PrefixQuery(new Term(Fields.KEY, key))));
                }
            }
        }
        FoldedText core = Designations.core(text);
        for (String key : new HashSet<>(List.of(
                core.key(), core.ownKey(), Designations.withoutArticle(core).key()))) {
            if (!key.isEmpty()) {
                ways.add(rank(SAME_CORE, term(Fields.CORE, key)));
            }
        }
        if (!text.terms().isEmpty()) {
            ways.add(rank(ALL_WORDS, words(false, text.terms().size())));
        }
        return ways;
    }

    private static void addFuzzy(List<Query> ways, String key, float rank) {
        if (key.length() >= ONE && key.length() <= LONGEST_FUZZY) {
            ways.add(rank(rank, fuzzy(Fields.KEY, key, key.length() >= TWO ? 2 : 1)));
        }
    }

    /**
     * Words of the text, in any order; the last may be a beginning.
     *
     * @param typos whether each may differ by a letter
     * @param least how many of them a thing's names must have
     */
    private Query words(boolean typos, int least) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        String last = text.words().isEmpty() ? "" : text.words().getLast();
        for (String word : text.terms()) {
            all.add(word(word, asked.beginning() && word.equals(last), typos), Occur.SHOULD);
        }
        // Latin and own words of one text say the same: a name in either script is enough.
        int needed = text.own().isEmpty()
                ? least
                : Math.min(least, Math.max(1, text.words().size()));
        return all.setMinimumNumberShouldMatch(needed).build();
    }

    private static Query word(String word, boolean beginning, boolean typos) {
        List<Query> ways = new ArrayList<>();
        ways.add(beginning ? new PrefixQuery(new Term(Fields.WORD, word)) : term(Fields.WORD, word));
        if (typos && word.length() >= ONE) {
            ways.add(fuzzy(Fields.WORD, word, 1));
        }
        return ways.size() == 1 ? ways.getFirst() : new DisjunctionMaxQuery(ways, 0);
    }

    private Query filtered(Query query) {
        BooleanQuery.Builder all = new BooleanQuery.Builder().add(query, Occur.MUST);
        filter(all, Fields.TYPE, asked.types());
        filter(all, Fields.COUNTRY, asked.countries());
        filter(all, Fields.WITHIN, asked.within());
        return all.build();
    }

    private static void filter(BooleanQuery.Builder all, String field, Collection<String> values) {
        if (!values.isEmpty()) {
            all.add(new TermInSetQuery(field, values.stream().map(BytesRef::new).toList()), Occur.FILTER);
        }
    }

    private static Query fuzzy(String field, String text, int edits) {
        return new FuzzyQuery(new Term(field, text), edits, 1, 100, true);
    }

    private static Query term(String field, String text) {
        return new TermQuery(new Term(field, text));
    }

    private static Query rank(float rank, Query way) {
        return new BoostQuery(new ConstantScoreQuery(way), rank);
    }
}
