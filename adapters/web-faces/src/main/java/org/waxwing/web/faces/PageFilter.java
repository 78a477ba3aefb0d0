package org.waxwing.web.faces;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Keeps pages out of every cache: the next one to use the computer must not find mail by going back. */
@WebFilter(urlPatterns = "*.xhtml", asyncSupported = true)
public class PageFilter extends HttpFilter {
    // libraries of components, which say for themselves how long they may be kept
    private static final String RESOURCES = "/jakarta.faces.resource/";

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!request.getServletPath().startsWith(RESOURCES)) response.setHeader("Cache-Control", "no-store");
        chain.doFilter(request, response);
    }
}
