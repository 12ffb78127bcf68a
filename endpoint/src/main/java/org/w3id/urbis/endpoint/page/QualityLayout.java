package org.w3id.urbis.endpoint.page;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.w3id.urbis.endpoint.description.DescriptionReader;
import org.w3id.urbis.endpoint.description.Identifiers;
import org.w3id.urbis.endpoint.negotiation.Languages;

/**
 * Words for people what was measured by the Data Quality Vocabulary of the whole or of a source when a revision was
 * published; in a transaction of the caller's.
 */
public final class QualityLayout {
    private static final String DQV = "http://www.w3.org/ns/dqv#";

    private final DatasetGraph dataset;
    private final DescriptionReader reader;
    private final Identifiers identifiers;
    private final Languages languages;
    private final Words words;

    /** Prepares to word what a revision holds. */
    public QualityLayout(DatasetGraph dataset, Identifiers identifiers, Languages languages) {
        this.dataset = dataset;
        this.reader = new DescriptionReader(dataset, identifiers);
        this.identifiers = identifiers;
        this.languages = languages;
        this.words = Words.of(languages.first());
    }

    /** What was measured of the whole graph; nothing of a graph without description. */
    public List<StatisticsView.Count> whole() {
        return of(identifiers.dataset());
    }

    /** What was measured of a dataset, such as a source. */
    public List<StatisticsView.Count> of(Node measured) {
        return Iter.asStream(dataset.find(Node.ANY, Node.ANY, dqv("computedOn"), measured))
                .map(Quad::getSubject)
                .distinct()
                .sorted(Comparator.comparing(Node::toString))
                .flatMap(measurement -> objects(measurement, "isMeasurementOf").stream()
                        .flatMap(metric -> objects(measurement, "value").stream()
                                .filter(Node::isLiteral)
                                .map(value -> new StatisticsView.Count(name(metric), figure(metric, value)))))
                .toList();
    }

    private Text name(Node metric) {
        return new Wording(Map.of(metric, reader.names(metric)), identifiers, languages).name(metric);
    }

    /** A share is told in per cent, a number as it is. */
    private String figure(Node metric, Node value) {
        String text = value.getLiteralLexicalForm();
        boolean whole = objects(metric, "expectedDataType").stream()
                .anyMatch(type -> type.isURI() && type.getURI().endsWith("#integer"));
        if (whole && text.matches("[0-9]{1,18}")) {
            return words.number(Long.parseLong(text));
        }
        return text.matches("[01](\\.[0-9]+)?")
                ? words.get("documentation.percent", Math.round(Double.parseDouble(text) * 1000) / 10.0)
                : text;
    }

    private List<Node> objects(Node subject, String property) {
        return Iter.asStream(dataset.find(Node.ANY, subject, dqv(property), Node.ANY))
                .map(Quad::getObject)
                .distinct()
                .sorted(Comparator.comparing(Node::toString))
                .toList();
    }

    private static Node dqv(String name) {
        return NodeFactory.createURI(DQV + name);
    }
}
