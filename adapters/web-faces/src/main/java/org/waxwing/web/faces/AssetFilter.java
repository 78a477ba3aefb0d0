package org.waxwing.web.faces;

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

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.setHeader("X-Content-Type-Options", "nosniff");
        // a cache between us and the browser must not give what was compressed to one that cannot read it
        response.setHeader("Vary", "Accept-Encoding");
        var path = request.getRequestURI().substring(request.getContextPath().length());
        var file = file(path);
        if (file.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
        request.getRequestDispatcher(file.get()).forward(request, response);
    }

    /** The file that a versioned path stands for; nothing for any other path. */
    static Optional<String> file(String path) {
        var versioned = VERSIONED.matcher(path);
        return versioned.matches() ? Optional.of(Assets.FOLDER + versioned.group(1)) : Optional.empty();
    }
}
