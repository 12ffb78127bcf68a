package org.w3id.urbis.endpoint.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.w3id.urbis.endpoint.page.CatalogueView;
import org.w3id.urbis.endpoint.page.Link;
import org.w3id.urbis.endpoint.page.Text;
import org.w3id.urbis.queries.CatalogueQuery;
import org.w3id.urbis.queries.QueryCatalogue;

/** The catalogue as pages show it. */
public final class CataloguePages {
    /** Questions for the first page; those that a catalogue lacks are made up for by others of it. */
    private static final List<String> EXAMPLES =
            List.of("commitment/quantified-climate-commitments", "network/member-counts", "framework/who-contributes");

    private final QueryCatalogue catalogue;

    /** Shows a catalogue. */
    public CataloguePages(QueryCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The catalogue by subject. */
    public CatalogueView list() {
        Map<String, List<CatalogueView.Entry>> subjects = new TreeMap<>();
        for (CatalogueQuery query : catalogue.queries()) {
            subjects.computeIfAbsent(query.name().split("/", 2)[0], any -> new ArrayList<>())
                    .add(new CatalogueView.Entry(query.name(), query.question(), query.summary(), href(query)));
        }
        return new CatalogueView(subjects.entrySet().stream()
                .map(entry -> new CatalogueView.Subject(entry.getKey(), entry.getValue()))
                .toList());
    }

    /** Three questions to begin with, or as many as there are. */
    public List<Link> examples() {
        List<CatalogueQuery> chosen = new ArrayList<>();
        EXAMPLES.forEach(name -> catalogue.find(name).ifPresent(chosen::add));
        catalogue.queries().stream()
                .filter(query -> !chosen.contains(query))
                .limit(EXAMPLES.size() - chosen.size())
                .forEach(chosen::add);
        return chosen.stream()
                .map(query -> new Link(href(query), new Text(query.question(), "en")))
                .toList();
    }

    private static String href(CatalogueQuery query) {
        return "/queries/" + query.name();
    }
}
