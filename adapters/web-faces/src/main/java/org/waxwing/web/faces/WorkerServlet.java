package org.waxwing.web.faces;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * The service worker, at the root of the pages, because it answers for everything below its own address. It names the
 * files of this version, so that another version is another worker.
 */
@WebServlet(urlPatterns = "/service-worker.js", asyncSupported = true)
public class WorkerServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String SCRIPT = "service-worker.js";

    private final transient Assets assets;

    /** Filled by the container. */
    @Inject
    public WorkerServlet(Assets assets) {
        this.assets = assets;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/javascript");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-cache");
        response.setHeader("X-Content-Type-Options", "nosniff");
        try (var script = WorkerServlet.class.getResourceAsStream(SCRIPT)) {
            if (script == null) throw new IOException("The service worker is missing");
            response.getWriter().write(new String(script.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("{root}", request.getContextPath())
                    .replace("{assets}", assets.getPath()));
        }
    }
}
