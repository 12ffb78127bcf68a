package org.w3id.urbis.endpoint.reconciliation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.w3id.urbis.endpoint.negotiation.Languages;
import org.w3id.urbis.ontology.Urbis;

/** What the service says of itself. Its form is that of the version asked for; both name both versions. */
final class Manifest {

    /** The size in pixels for which the preview is made. */
    static final int PREVIEW_WIDTH = 400;

    static final int PREVIEW_HEIGHT = 240;
    /** The setting of a property that says how many values are wanted. */
    static final String LIMIT_SETTING = "limit";
    /** The setting of a property that asks for values in all languages. */
    static final String LANGUAGES_SETTING = "languages";

    private static final String ROOT = "/reconcile";

    private final String origin;
    private final String baseIri;
    private final AnswerJson json;

    /**
     * Prepares a manifest.
     *
     * @param origin  address of this origin, as the client knows it
     * @param baseIri what the IRIs of the graph begin with
     */
    Manifest(String origin, String baseIri, AnswerJson json) {
        this.origin = origin;
        this.baseIri = baseIri;
        this.json = json;
    }

    ObjectNode of(ProtocolVersion version, Languages languages) {
        ObjectNode manifest = AnswerJson.JSON.objectNode();
        ArrayNode versions = manifest.putArray("versions");
        ProtocolVersion.ids().forEach(versions::add);
        manifest.put("name", "Urbis: cities, their networks and what they promised");
        manifest.put("documentation", origin + "/openapi");
        manifest.put("logo", origin + "/assets/urbis.svg");
        Optional.ofNullable(Manifest.class.getPackage().getImplementationVersion())
                .ifPresent(number -> manifest.put("serviceVersion", number));
        ArrayNode types = manifest.putArray("defaultTypes");
        ServedTypes.all().forEach(type -> types.add(json.type(type)));
        manifest.put("batchSize", BatchReader.BATCH_SIZE);
        if (version == ProtocolVersion.DRAFT) {
            draft(manifest, languages);
        } else {
            whole(manifest, languages);
        }
        return manifest;
    }

    private void whole(ObjectNode manifest, Languages languages) {
        manifest.put("identifierSpace", baseIri);
        manifest.put("schemaSpace", Urbis.NS);
        manifest.putObject("view").put("url", origin + "/resource?iri={{id}}");
        ObjectNode suggest = manifest.putObject("suggest");
        for (String what : SuggestRoutes.WHAT) {
            suggest.putObject(what)
                    .put("service_url", origin)
                    .put("service_path", ROOT + "/suggest/" + what)
                    .put("flyout_service_url", origin)
                    .put("flyout_service_path", ROOT + "/flyout?id=${id}");
        }
        manifest.putObject("preview")
                .put("url", origin + ROOT + "/preview?id={{id}}")
                .put("width", PREVIEW_WIDTH)
                .put("height", PREVIEW_HEIGHT);
        ObjectNode extend = manifest.putObject("extend");
        extend.putObject("propose_properties").put("service_url", origin).put("service_path", ROOT + "/extend/propose");
        settings(extend.putArray("property_settings"), "name", "label", "help_text");
        shared(manifest, extend, languages);
    }

    /** What version 1.0 has a word for and 0.2 has none stands in both: a client that does not say its version finds it too. */
    private static void shared(ObjectNode manifest, ObjectNode extend, Languages languages) {
        extend.put("proposeProperties", true);
        settings(extend.putArray("propertySettings"), "id", "name", "helpText");
        manifest.put("standardizedScore", true);
        manifest.put("lang", languages.first());
        manifest.put("dir", Languages.direction(languages.first()));
    }

    private void draft(ObjectNode manifest, Languages languages) {
        manifest.putObject("view").put("url", origin + "/resource?iri={id}");
        ObjectNode suggest = manifest.putObject("suggest");
        SuggestRoutes.WHAT.forEach(what -> suggest.put(what, true));
        manifest.putObject("preview").put("width", PREVIEW_WIDTH).put("height", PREVIEW_HEIGHT);
        shared(manifest, manifest.putObject("extend"), languages);
    }

    private static void settings(ArrayNode settings, String id, String name, String help) {
        settings.addObject()
                .put(id, LIMIT_SETTING)
                .put(name, "Most values")
                .put("type", "number")
                .put("default", 0)
                .put(help, "How many values of this property to give for each thing; 0 for all.");
        settings.addObject()
                .put(id, LANGUAGES_SETTING)
                .put(name, "All languages")
                .put("type", "checkbox")
                .put("default", false)
                .put(help, "Give texts in every language that they are there in, not only in the reader's.");
    }
}
