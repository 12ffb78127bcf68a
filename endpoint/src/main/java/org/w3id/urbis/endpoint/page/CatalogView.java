package org.w3id.urbis.endpoint.page;

import java.util.List;

/**
 * The catalogue of datasets.
 *
 * @param datasets the datasets, the whole graph first
 * @param forms    the catalogue as data
 */
public record CatalogView(List<Dataset> datasets, List<Link> forms) {

    /**
     * A dataset.
     *
     * @param title       its name, leading to its description
     * @param description what it holds; empty if nothing says
     * @param publisher   who published it; empty if nothing says
     * @param licences    under which it may be used
     * @param ways        where it is to be had
     * @param quality     what was measured of it
     */
    public record Dataset(
            Link title,
            List<Text> description,
            List<Text> publisher,
            List<Link> licences,
            List<Link> ways,
            List<StatisticsView.Count> quality) {}
}
