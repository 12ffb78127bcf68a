package org.w3id.urbis.endpoint.feature;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A link as documents of OGC API Features have it.
 *
 * @param href  absolute address
 * @param rel   relation
 * @param type  media type of what is there
 * @param title for people
 */
record WebLink(String href, String rel, String type, String title) {
    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("href", href);
        json.put("rel", rel);
        json.put("type", type);
        json.put("title", title);
        return json;
    }
}
