package org.waxwing.web.faces;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Serves {@code /assets/v-…/x} as {@code /assets/x}, for ever: another content has another path ({@link Assets}). */
@WebFilter(urlPatterns = "/assets/*", asyncSupported = true)
public class AssetFilter extends HttpFilter {
    // no dots but the one before the ending: a forward would follow ".." to places that no request may reach
    private static final Pattern VERSIONED = Pattern
            .compile("/assets/v-[0-9a-f]+/((?:[a-z0-9-]+/)*[a-z0-9-]+\\.[a-z0-9]+)");

    private static final String FOR_EVER = "public, max-age=31536000, immutable";
    // a weight of nothing is a refusal (RFC 9110 §12.5.3)
    private static final Pattern GZIP = Pattern.compile("(?i)\\bgzip\\b(?!\\s*;\\s*q=0(?:\\.0*)?(?:[,\\s]|$))");

    private final transient Assets assets;

    /** Filled by the container. */
    @Inject
    public AssetFilter(Assets assets) {
        this.assets = assets;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.setHeader("X-Content-Type-Options", "nosniff");
        // a cache between us and the browser must not give what was compressed to one that cannot read it
        response.setHeader("Vary", "Accept-Encoding");
        var path = request.getRequestURI().substring(request.getContextPath().length());
        var bundle = assets.bundle(path);
        if (bundle.isPresent()) {
            response.setHeader("Cache-Control", FOR_EVER);
            bundle.get().send(response, readsGzip(request));
            return;
        }
        var file = file(path);
        if (file.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        response.setHeader("Cache-Control", FOR_EVER);
        request.getRequestDispatcher(file.get()).forward(request, response);
    }

    private static boolean readsGzip(HttpServletRequest request) {
        var accepted = request.getHeader("Accept-Encoding");
        return accepted != null && GZIP.matcher(accepted).find();
    }

    /** The file that a versioned path stands for; nothing for any other path. */
    static Optional<String> file(String path) {
        var versioned = VERSIONED.matcher(path);
        return versioned.matches() ? Optional.of(Assets.FOLDER + versioned.group(1)) : Optional.empty();
    }
}
