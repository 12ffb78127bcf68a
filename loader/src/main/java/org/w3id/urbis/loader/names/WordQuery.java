package org.w3id.urbis.loader.names;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * Words with operators, as Lucene's own language of queries has them: {@code geneva OR (basel -landschaft)},
 * {@code "rio de janeiro"}, {@code santi*}, {@code marseile~}. Words are compared folded, so that case, accents and script make no
 * difference.
 *
 * @see <a href="https://lucene.apache.org/core/10_4_0/queryparser/org/apache/lucene/queryparser/classic/package-summary.html">The
 *     language</a>
 */
public final class WordQuery {

    private static final float CALLED_SO = 100;

    private final Group all;

    private WordQuery(Group all) {
        this.all = all;
    }

    /** A part of a query. */
    sealed interface Part {}

    /** Words side by side; of the last only a beginning if it is one, with typos if there are some. */
    record Words(List<String> words, boolean beginning, int typos) implements Part {}

    /** Parts of which all that must be there are there, none that must not, and one at least of the others if none must. */
    record Group(List<Clause> clauses) implements Part {}

    /** A part, and whether it must be there. */
    record Clause(Part part, Need need) {}

    /** Whether something must be there. */
    enum Need {
        MAY,
        MUST,
        MUST_NOT
    }

    /**
     * Reads a text.
     *
     * @throws UnreadableWordsException if it uses operators that are not there, or too many words
     */
    public static WordQuery parse(String text) {
        return new WordQuery(new WordQueryReader(text).read());
    }

    /** Whether a name is among those that are asked for. */
    public boolean matches(FoldedText name) {
        return matches(all, name.words());
    }

    /** The words that are asked for, without operators, for telling how much a name is like them. */
    public String plain() {
        List<String> words = new ArrayList<>();
        collect(all, words);
        return String.join(" ", words);
    }

    private static void collect(Part part, List<String> words) {
        switch (part) {
            case Words some -> words.addAll(some.words());
            case Group group ->
                group.clauses().stream()
                        .filter(clause -> clause.need() != Need.MUST_NOT)
                        .forEach(clause -> collect(clause.part(), words));
        }
    }

    private static boolean matches(Part part, List<String> name) {
        return switch (part) {
            case Words some -> isThere(some, name);
            case Group group -> {
                boolean must = false;
                boolean any = false;
                boolean all = true;
                for (Clause clause : group.clauses()) {
                    boolean there = matches(clause.part(), name);
                    must |= clause.need() == Need.MUST;
                    any |= clause.need() == Need.MAY && there;
                    all &= clause.need() == Need.MAY || there == (clause.need() == Need.MUST);
                }
                yield all && (must || any);
            }
        };
    }

    private static boolean isThere(Words some, List<String> name) {
        for (int from = 0; from + some.words().size() <= name.size(); from++) {
            if (isAt(some, name, from)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAt(Words some, List<String> name, int from) {
        int last = some.words().size() - 1;
        for (int i = 0; i <= last; i++) {
            String wanted = some.words().get(i);
            String word = name.get(from + i);
            boolean same = i == last && some.beginning()
                    ? word.startsWith(wanted)
                    : word.equals(wanted) || some.typos() > 0 && isLike(wanted, word, some.typos());
            if (!same) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLike(String wanted, String word, int typos) {
        return wanted.charAt(0) == word.charAt(0)
                && Math.abs(wanted.length() - word.length()) <= typos
                && Similarity.edits(wanted, word) <= typos;
    }

    /** What finds at least the things that have such a name; those first that are called just so, then by the words they have. */
    Query lucene() {
        Query same = new TermQuery(new Term(Fields.KEY, plain().replace(" ", "")));
        return new BooleanQuery.Builder()
                .add(lucene(all), Occur.MUST)
                .add(new BoostQuery(new ConstantScoreQuery(same), CALLED_SO), Occur.SHOULD)
                .build();
    }

    private static Query lucene(Part part) {
        return switch (part) {
            case Words some -> new ConstantScoreQuery(words(some));
            case Group group -> {
                BooleanQuery.Builder query = new BooleanQuery.Builder();
                boolean any = false;
                for (Clause clause : group.clauses()) {
                    // What one name must not have another name of the same thing may: names are looked at afterwards.
                    if (clause.need() != Need.MUST_NOT) {
                        any = true;
                        query.add(lucene(clause.part()), clause.need() == Need.MUST ? Occur.MUST : Occur.SHOULD);
                    }
                }
                yield any ? query.build() : new MatchAllDocsQuery();
            }
        };
    }

    private static Query words(Words some) {
        int last = some.words().size() - 1;
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        for (int i = 0; i <= last; i++) {
            Term term = new Term(Fields.WORD, some.words().get(i));
            Query word = i == last && some.beginning()
                    ? new PrefixQuery(term)
                    : some.typos() > 0 ? new FuzzyQuery(term, some.typos(), 1, 200, true) : new TermQuery(term);
            query.add(word, Occur.FILTER);
        }
        return query.build();
    }

    @Override
    public String toString() {
        return all.clauses().stream().map(Clause::toString).collect(Collectors.joining(" "));
    }
}
