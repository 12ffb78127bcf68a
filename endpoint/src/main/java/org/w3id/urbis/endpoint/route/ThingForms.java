package org.w3id.urbis.endpoint.route;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.w3id.urbis.endpoint.description.Description;
import org.w3id.urbis.endpoint.description.DescriptionGraph;
import org.w3id.urbis.endpoint.description.DescriptionReader;
import org.w3id.urbis.endpoint.description.Position;
import org.w3id.urbis.endpoint.document.FactTable;
import org.w3id.urbis.endpoint.document.FeatureDocument;
import org.w3id.urbis.endpoint.document.JsonText;
import org.w3id.urbis.endpoint.document.ThingFramer;
import org.w3id.urbis.endpoint.exchange.GraphWriting;
import org.w3id.urbis.endpoint.negotiation.Languages;
import org.w3id.urbis.endpoint.negotiation.Representation;
import org.w3id.urbis.endpoint.page.Frame;
import org.w3id.urbis.endpoint.page.ReferencesPage;
import org.w3id.urbis.endpoint.page.ThingPage;
import org.w3id.urbis.endpoint.page.ThingView;
import org.w3id.urbis.endpoint.page.Wording;
import org.w3id.urbis.endpoint.portrait.PortraitReader;

/** Makes the bytes of a description in each form; reads in a transaction of the caller's. */
final class ThingForms {
    private final Site site;
    private final GraphContents contents;

    ThingForms(Site site) {
        this.site = site;
        this.contents = new GraphContents(site);
    }

    /**
     * What a form may depend on beside the description.
     *
     * @param path      where the thing is described on this origin, without suffix
     * @param languages of the reader
     * @param origin    address of the server as the client knows it
     * @param pinned    whether the request names the revision, so that the path alone leads to a newer one in time
     * @param frame     what stands around a page
     */
    record Setting(String path, Languages languages, String origin, boolean pinned, Frame frame) {}

    /** Whether a form tells names in the language of the reader. */
    static boolean isSpoken(Representation form) {
        return form == Representation.HTML || form == Representation.CSV || form == Representation.GEO_JSON;
    }

    byte[] bytes(
            DatasetGraph dataset,
            Description description,
            List<Position> positions,
            Representation form,
            Setting setting) {
        return switch (form) {
            case HTML -> page(dataset, description, positions, setting);
            case JSON_LD -> JsonText.bytes(site.framer().document(description, setting.origin()));
            case GEO_JSON ->
                JsonText.bytes(new FeatureDocument(site.context())
                        .of(description.thing(), positions, naming(description, places(dataset, positions), setting)));
            case CSV ->
                new FactTable(site.context(), site.identifiers())
                        .bytes(description, naming(description, Map.of(), setting));
            default -> {
                String document = ThingFramer.documentIri(site.identifiers(), description.thing());
                yield GraphWriting.bytes(DescriptionGraph.of(description, document), form);
            }
        };
    }

    private FeatureDocument.Naming naming(Description description, Map<Node, List<Quad>> places, Setting setting) {
        Map<Node, List<Quad>> names = new HashMap<>(places);
        names.putAll(description.names());
        Wording wording = new Wording(names, site.identifiers(), setting.languages());
        return node -> wording.name(node).value();
    }

    /** Names of places on the map, which the description may not mention. */
    private Map<Node, List<Quad>> places(DatasetGraph dataset, List<Position> positions) {
        DescriptionReader reader = new DescriptionReader(dataset, site.identifiers());
        Map<Node, List<Quad>> names = new HashMap<>();
        for (Position position : positions) {
            List<Quad> found = reader.names(position.place());
            if (!found.isEmpty()) {
                names.put(position.place(), found);
            }
        }
        return names;
    }

    private byte[] page(DatasetGraph dataset, Description description, List<Position> positions, Setting setting) {
        ThingView.ContentsView contained = contents.view(dataset, description.thing(), setting.languages());
        ThingPage.Setting layout = new ThingPage.Setting(
                setting.path(),
                positions.isEmpty() ? Representation.THINGS : Representation.PLACES,
                positions,
                places(dataset, positions),
                contained);
        return site.pages()
                .thing(
                        setting.frame(),
                        new ThingPage(site.identifiers(), site.world())
                                .of(
                                        new PortraitReader(dataset, site.identifiers()).read(description),
                                        setting.languages(),
                                        layout),
                        site.guide().of(dataset, description.thing(), setting.languages()));
    }

    /**
     * The page of those that refer to a thing by one property.
     *
     * @param property the property
     * @param number   of the page, from 1
     */
    byte[] references(DatasetGraph dataset, Node thing, Node property, int number, Setting setting) {
        ReferencesPage page = new ReferencesPage(
                new DescriptionReader(dataset, site.identifiers()), site.identifiers(), setting.languages());
        return site.pages().references(setting.frame(), page.of(thing, property, number, setting.path()));
    }
}
