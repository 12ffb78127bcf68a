package org.w3id.urbis.endpoint.page;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Set;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.RDF;
import org.w3id.urbis.endpoint.description.Identifiers;
import org.w3id.urbis.ontology.Urbis;

/** Puts literals into the words of a page: dates and amounts as its language writes them, all else as it is. */
public final class LiteralText {
    /** Amounts, in which digits are grouped; other numbers may be years, lines or codes. */
    private static final Set<Node> AMOUNTS =
            Set.of(NodeFactory.createURI(Urbis.NS + "value"), NodeFactory.createURI(Urbis.NS + "upperValue"));
    /** Datatypes that the words themselves tell. */
    private static final Set<String> PLAIN = Set.of(
            XSDDatatype.XSDstring.getURI(),
            RDF.langString.getURI(),
            XSDDatatype.XSDinteger.getURI(),
            XSDDatatype.XSDdecimal.getURI(),
            XSDDatatype.XSDboolean.getURI(),
            XSDDatatype.XSDdate.getURI(),
            XSDDatatype.XSDdateTime.getURI(),
            XSDDatatype.XSDgYear.getURI(),
            XSDDatatype.XSDgYearMonth.getURI());

    private final Words words;

    /** Prepares to write in a language. */
    public LiteralText(Words words) {
        this.words = words;
    }

    /** The name of a datatype where the words do not tell it; else empty. */
    static String datatype(Node literal) {
        String datatype = literal.getLiteralDatatypeURI();
        return PLAIN.contains(datatype) ? "" : Identifiers.localName(datatype);
    }

    /** The words of a literal that is the value of a property. */
    public Text of(Node property, Node literal) {
        String text = literal.getLiteralLexicalForm();
        if (!literal.getLiteralLanguage().isEmpty()) {
            return new Text(text, literal.getLiteralLanguage());
        }
        String datatype = literal.getLiteralDatatypeURI();
        try {
            if (datatype.equals(XSDDatatype.XSDdate.getURI())) {
                return ours(date(FormatStyle.LONG).format(LocalDate.parse(text)));
            }
            if (datatype.equals(XSDDatatype.XSDdateTime.getURI())) {
                return ours(date(FormatStyle.LONG)
                        .format(OffsetDateTime.parse(text).withOffsetSameInstant(ZoneOffset.UTC)));
            }
            if (datatype.equals(XSDDatatype.XSDgYearMonth.getURI())) {
                return ours(
                        DateTimeFormatter.ofPattern("LLLL y", words.locale()).format(YearMonth.parse(text)));
            }
            if (AMOUNTS.contains(property) && text.matches("[0-9]{1,18}")) {
                return ours(words.number(Long.parseLong(text)));
            }
        } catch (DateTimeException asItIs) {
            return Text.plain(text);
        }
        return Text.plain(text);
    }

    private DateTimeFormatter date(FormatStyle style) {
        return DateTimeFormatter.ofLocalizedDate(style).withLocale(words.locale());
    }

    private Text ours(String text) {
        return new Text(text, words.lang());
    }
}
