package org.w3id.urbis.endpoint.config;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whose pictures lie under the workbench's map: raster tiles in Web Mercator (EPSG:3857), 256 pixels wide, counted from
 * the north-west.
 *
 * @param template    address of a tile with {@code {z}}, {@code {x}} and {@code {y}} in it
 * @param origin      scheme, host and perhaps port of that address, as browsers write them
 * @param attribution who made them, to be shown beside the map
 */
public record TileConfig(String template, String origin, String attribution) {
    /** No brackets of IPv6: a Content-Security-Policy cannot name such a host. */
    private static final Pattern TEMPLATE =
            Pattern.compile("(?<origin>https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?)/[\\w!$&'()*+,./:;=?@~{}%-]*");

    private static final List<String> PLACES = List.of("{z}", "{x}", "{y}");

    /**
     * Reads an address with places to fill.
     *
     * @return its origin; empty if tiles cannot be asked for by it
     */
    static Optional<String> origin(String template) {
        Matcher parts = TEMPLATE.matcher(template);
        if (!parts.matches() || !PLACES.stream().allMatch(template::contains)) {
            return Optional.empty();
        }
        String filled = template;
        for (String place : PLACES) {
            filled = filled.replace(place, "0");
        }
        try {
            return URI.create(filled).getHost() == null
                    ? Optional.empty()
                    : Optional.of(parts.group("origin").toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }

    static Optional<TileConfig> read(SettingSource from) {
        return from.tiles(Setting.MAP_TILES)
                .map(template -> new TileConfig(
                        template,
                        origin(template).orElseThrow(),
                        from.needed(Setting.MAP_ATTRIBUTION, Setting.MAP_TILES)));
    }
}
