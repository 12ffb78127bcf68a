package org.w3id.urbis.loader;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.w3id.urbis.loader.identity.BaseIri;
import org.w3id.urbis.loader.source.Selection;
import org.w3id.urbis.loader.source.SourceCatalogue;
import org.w3id.urbis.ontology.ResourceFolder;

/** The sources a request can choose from. */
final class Sources {

    private final BaseIri base;
    private final LoadRequest request;

    Sources(BaseIri base, LoadRequest request) {
        this.base = base;
        this.request = request;
    }

    Selection select(Set<String> published) {
        List<ResourceFolder> folders = new ArrayList<>(List.of(SourceCatalogue.shipped()));
        request.folders().forEach(folder -> folders.add(ResourceFolder.inDirectory(folder)));
        SourceCatalogue catalogue = SourceCatalogue.read(folders, base.value());
        return Selection.of(catalogue, request.sources(), request.given(), published);
    }
}
