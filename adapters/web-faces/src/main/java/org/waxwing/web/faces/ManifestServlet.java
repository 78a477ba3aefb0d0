package org.waxwing.web.faces;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;

/**
 * What a browser has to know to install the pages as a program (Web Application Manifest), in the language of its page.
 * Browsers ask for it without a sign-in.
 */
@WebServlet(urlPatterns = "/manifest.webmanifest", asyncSupported = true)
public class ManifestServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    // a manifest knows one pair of colours; the pages name those of the dark as well
    private static final String PAPER = "#fbfaf7";
    private static final String NAV = "#f4f2ec";

    private final transient Assets assets;

    /** Filled by the container. */
    @Inject
    public ManifestServlet(Assets assets) {
        this.assets = assets;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var asked = request.getParameter("language");
        var language = asked != null && Viewer.LANGUAGES.contains(asked) ? asked : Viewer.LANGUAGES.getFirst();
        response.setContentType("application/manifest+json");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-cache");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.getWriter().write(manifest(request.getContextPath(), Phrases.in(Locale.of(language))));
    }

    private String manifest(String root, Phrases phrases) {
        return Json.createObjectBuilder()
                .add("id", root + "/")
                .add("name", phrases.of("app.name"))
                .add("short_name", phrases.of("app.name"))
                .add("description", phrases.of("app.description"))
                .add("lang", phrases.locale().getLanguage())
                .add("start_url", root + "/inbox.xhtml")
                .add("scope", root + "/")
                .add("display", "standalone")
                .add("background_color", PAPER)
                .add("theme_color", NAV)
                .add("categories", Json.createArrayBuilder().add("productivity"))
                .add("icons", Json.createArrayBuilder()
                        .add(icon("waxwing.svg", "any", "image/svg+xml", "any"))
                        .add(icon("icon-192.png", "192x192", "image/png", "any"))
                        .add(icon("icon-512.png", "512x512", "image/png", "any"))
                        .add(icon("icon-maskable-192.png", "192x192", "image/png", "maskable"))
                        .add(icon("icon-maskable-512.png", "512x512", "image/png", "maskable")))
                .add("shortcuts", Json.createArrayBuilder()
                        .add(shortcut(root, phrases.of("view.imbox"), "view=imbox"))
                        .add(shortcut(root, phrases.of("view.starred"), "view=starred")))
                .build()
                .toString();
    }

    private JsonObjectBuilder icon(String file, String sizes, String type, String purpose) {
        return Json.createObjectBuilder(Map.of(
                "src", assets.getPath() + "/" + file, "sizes", sizes, "type", type, "purpose", purpose));
    }

    private static JsonObjectBuilder shortcut(String root, String name, String query) {
        return Json.createObjectBuilder(Map.of("name", name, "url", root + "/inbox.xhtml?" + query));
    }
}
