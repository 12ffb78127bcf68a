package org.w3id.urbis.endpoint.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.sun.net.httpserver.HttpServer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3id.urbis.endpoint.RunningServer;
import org.w3id.urbis.endpoint.ShippedData;
import org.w3id.urbis.endpoint.ShippedServer;
import org.w3id.urbis.endpoint.config.Setting;

/** Tiles lie under the map where the operator says whose, at their places; else nobody is asked for any. */
class TilesTest extends InBrowser {
    private static final String MAP = "/sparql?view=map&query="
            + RunningServer.encode("SELECT * { VALUES (?name ?latitude ?longitude)"
                    + " { (\"Geneva\" 46.204 6.143) (\"Nairobi\" -1.286 36.817) } }");
    private static final Pattern TILE = Pattern.compile("/tiles/([0-9]+)/([0-9]+)/([0-9]+)\\.png\\?key=1");
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self' blob:%s; "
                    + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static final Queue<String> ASKED = new ConcurrentLinkedQueue<>();
    private static final Queue<String> REFERRERS = new ConcurrentLinkedQueue<>();
    private static HttpServer tiles;
    private static String tileOrigin;

    @AutoClose
    private static RunningServer server;

    @BeforeAll
    static void startServers() throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(256, 256, BufferedImage.TYPE_BYTE_BINARY), "png", png);
        tiles = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        tiles.createContext("/tiles/", exchange -> {
            ASKED.add(exchange.getRequestURI().toString());
            REFERRERS.add(String.valueOf(exchange.getRequestHeaders().getFirst("Referer")));
            exchange.getResponseHeaders().set("Content-Type", "image/png");
            exchange.sendResponseHeaders(200, png.size());
            exchange.getResponseBody().write(png.toByteArray());
            exchange.close();
        });
        tiles.start();
        tileOrigin = "http://127.0.0.1:" + tiles.getAddress().getPort();
        server = RunningServer.on(
                ShippedData.directory(),
                Map.of(
                        Setting.MAP_TILES,
                        tileOrigin + "/tiles/{z}/{x}/{y}.png?key=1",
                        Setting.MAP_ATTRIBUTION,
                        "© A. Cartographer (https://maps.example/about)"));
    }

    @AfterAll
    static void stopTiles() {
        tiles.stop(0);
    }

    @Test
    void tilesLieWhereTheyBelong() {
        try (Browser.Window window = browser.open("en")) {
            Page page = window.page();
            page.waitForResponse(
                    response -> response.url().startsWith(tileOrigin), () -> page.navigate(server.origin() + MAP));
            Locator images = page.locator("svg.world .tiles image");
            images.first().waitFor();
            ASKED.forEach(asked -> assertTrue(TILE.matcher(asked).matches(), asked));
            assertEquals(
                    List.of(server.origin() + "/"),
                    REFERRERS.stream().distinct().toList());
            Matcher one = TILE.matcher(images.first().getAttribute("href").substring(tileOrigin.length()));
            assertTrue(one.matches());
            holds(page, Integer.parseInt(one.group(1)), "Geneva", 46.204, 6.143);
            holds(page, Integer.parseInt(one.group(1)), "Nairobi", -1.286, 36.817);
            Locator told = page.locator(".attribution");
            assertEquals("© A. Cartographer (https://maps.example/about)", told.innerText());
            assertEquals("https://maps.example/about", told.locator("a").getAttribute("href"));
            Download picture = page.waitForDownload(
                    () -> page.locator(".controls button", named("SVG")).click());
            assertTrue(picture.suggestedFilename().endsWith(".svg"));
            everybodyCanUse(window, "workbench-tiles", "en", true);
        }
    }

    private static Page.LocatorOptions named(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }

    /** The tile that a place lies on, by the formula that tiles are counted by, is under the mark of that place. */
    private static void holds(Page page, int zoom, String name, double latitude, double longitude) {
        int count = 1 << zoom;
        double angle = Math.toRadians(latitude);
        int x = (int) Math.floor((longitude + 180) / 360 * count);
        int y = (int) Math.floor((1 - Math.log(Math.tan(angle) + 1 / Math.cos(angle)) / Math.PI) / 2 * count);
        BoundingBox tile = page.locator("svg.world image[href*='/%d/%d/%d.png']".formatted(zoom, x, y))
                .boundingBox();
        BoundingBox mark =
                page.locator("svg.world a[aria-label*='" + name + "'] circle").boundingBox();
        double middleX = mark.x + mark.width / 2;
        double middleY = mark.y + mark.height / 2;
        assertTrue(middleX >= tile.x && middleX <= tile.x + tile.width, name + " lies east or west of its tile");
        assertTrue(middleY >= tile.y && middleY <= tile.y + tile.height, name + " lies north or south of its tile");
    }

    @Test
    void onlyTheWorkbenchMayShowPicturesOfThatOrigin() {
        assertEquals(POLICY.formatted(" " + tileOrigin), policy(server, "/sparql"));
        assertEquals(POLICY.formatted(" " + tileOrigin), policy(server, MAP.replace("&view=map", "")));
        assertEquals(POLICY.formatted(""), policy(server, "/"));
        assertEquals(POLICY.formatted(""), policy(ShippedServer.running(), "/sparql"));
    }

    private static String policy(RunningServer asked, String path) {
        return asked.get(path, "Accept", "text/html")
                .headers()
                .firstValue("Content-Security-Policy")
                .orElseThrow();
    }

    @Test
    void withoutTheSettingNobodyElseIsAsked() {
        RunningServer plain = ShippedServer.running();
        List<String> asked = new ArrayList<>();
        try (Browser.Window window = browser.open("en")) {
            Page page = window.page();
            page.onRequest(request -> asked.add(request.url()));
            page.navigate(plain.origin() + MAP);
            page.locator("svg.world .marker").first().waitFor();
            page.locator(".controls button", named("+")).click();
            assertEquals(0, page.locator("svg.world image").count());
            assertEquals(0, page.locator(".attribution").count());
        }
        assertTrue(asked.stream().allMatch(url -> url.startsWith(plain.origin())), asked.toString());
    }
}
