package org.waxwing.bootstrap.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * What the container refuses: under {@code /api} a problem document (RFC 9457) of the same types
 * as the API's own, elsewhere a page. It says nothing
 * about the inside of the server.
 */
@WebServlet("/problem")
public final class ProblemPage extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? code
                : HttpServletResponse.SC_NOT_FOUND;
        Problem problem = Problem.of(status);
        response.setStatus(status);
        response.setHeader("Cache-Control", "no-store");
        boolean api = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String path
                && path.startsWith(request.getContextPath() + "/api/");
        if (!api && !problem.page().isEmpty()) {
            request.getRequestDispatcher(problem.page()).forward(request, response);
            return;
        }
        response.setCharacterEncoding("UTF-8");
        response.setContentType(api ? "application/problem+json" : "text/html");
        response.getWriter().write(api ? problem.json(status) : problem.html());
    }

    /** @param page shown to people; empty for a plain one */
    private record Problem(String type, String title, String page) {
        static Problem of(int status) {
            return switch (status) {
                case HttpServletResponse.SC_UNAUTHORIZED -> new Problem("unauthorized", "Not signed in", "");
                case HttpServletResponse.SC_FORBIDDEN -> new Problem("forbidden", "Not allowed", "");
                case HttpServletResponse.SC_NOT_FOUND -> new Problem("not-found", "Not found", "/not-found.xhtml");
                default -> new Problem("internal-error", "Something went wrong", "/error.xhtml");
            };
        }

        String json(int status) {
            return "{\"type\":\"urn:waxwing:problem:" + type + "\",\"title\":\"" + title + "\",\"status\":" + status
                    + "}";
        }

        String html() {
            return "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Waxwing</title></head><body><h1>"
                    + title + "</h1><p><a href=\"/\">Go to your mail</a></p></body></html>";
        }
    }
}
