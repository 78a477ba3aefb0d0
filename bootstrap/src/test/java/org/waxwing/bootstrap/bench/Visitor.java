package org.waxwing.bootstrap.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody at a browser as the server sees them: signed in by a session, taking what is compressed. Safe for threads. */
final class Visitor {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int MOST_REDIRECTS = 12;
    private static final Pattern FORM = Pattern.compile("action=\"([^\"]+)\"");

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI web;
    // by port and name; a cookie store of Java would keep what is meant for https to itself
    private final Map<String, String> cookies = new ConcurrentHashMap<>();

    private Visitor(URI web) {
        this.web = web;
    }

    static Visitor signedIn(URI web, String person) throws IOException, InterruptedException {
        var visitor = new Visitor(web);
        visitor.signIn(person);
        return visitor;
    }

    /** How many bytes come from {@code path}, which must be there. */
    int read(String path) throws IOException, InterruptedException {
        return answer(path).length;
    }

    private byte[] answer(String path) throws IOException, InterruptedException {
        var address = web.resolve(path);
        var request = HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Accept", "*/*")
                .header("Accept-Encoding", "gzip")
                .header("Sec-Fetch-Site", "same-origin")
                .header("X-Requested-With", "XMLHttpRequest")
                .header("Cookie", cookies(address))
                .build();
        var answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) throw new IOException(path + " was answered " + answer.statusCode());
        return answer.body();
    }

    private void signIn(String person) throws IOException, InterruptedException {
        var next = web.resolve("/inbox.xhtml");
        for (int i = 0; i < MOST_REDIRECTS; i++) {
            var answer = follow(next, "");
            var target = answer.headers().firstValue("Location");
            if (target.isPresent()) {
                next = next.resolve(target.get());
                continue;
            }
            if (next.getPort() == web.getPort()) return;
            var form = FORM.matcher(answer.body());
            if (!form.find()) throw new IOException("The identity provider shows no form");
            var action = next.resolve(form.group(1).replace("&amp;", "&"));
            var name = URLEncoder.encode(person, StandardCharsets.UTF_8);
            var sent = follow(action, "username=" + name + "&password=" + name);
            next = action.resolve(sent.headers().firstValue("Location")
                    .orElseThrow(() -> new IOException("The identity provider refuses " + person)));
        }
        throw new IOException("Signing in leads nowhere");
    }

    private HttpResponse<String> follow(URI address, String form) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Accept", "text/html")
                .header("Cookie", cookies(address));
        if (!form.isEmpty())
            request.header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(form));
        var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        for (var cookie : answer.headers().allValues("Set-Cookie")) {
            var pair = cookie.split(";", 2)[0].split("=", 2);
            cookies.put(address.getPort() + "/" + pair[0], pair[1]);
        }
        return answer;
    }

    private String cookies(URI address) {
        var prefix = address.getPort() + "/";
        return cookies.entrySet().stream()
                .filter(it -> it.getKey().startsWith(prefix))
                .map(it -> it.getKey().substring(prefix.length()) + "=" + it.getValue())
                .collect(Collectors.joining("; "));
    }
}
