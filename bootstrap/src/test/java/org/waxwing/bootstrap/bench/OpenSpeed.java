package org.waxwing.bootstrap.bench;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Opening messages and conversations over HTTP, each time another one. */
final class OpenSpeed {
    private static final int TIMES = 400;
    private static final int TOGETHER = 60;
    private static final double ONE = 0.011;
    private static final double SEVERAL = 0.080;
    private static final Duration WARM_UP = Duration.ofSeconds(20);

    private final Scene scene;
    private final Report report;
    private final String account;

    OpenSpeed(Scene scene, Report report, String account) {
        this.scene = scene;
        this.report = report;
        this.account = account;
    }

    void measure() throws Exception {
        var messages = ids("messages");
        var threads = ids("threads");
        var html = new ArrayList<String>();
        for (var row : rows("messages")) if (row.getBoolean("hasHtml")) html.add(row.getString("id"));
        var visitor = Visitor.signedIn(scene.web(), "alice");
        opened("a message over the API", turn -> scene.api().fetch("messages/" + of(messages, turn)));
        opened("a conversation over the API", turn -> scene.api().fetch("threads/" + of(threads, turn)));
        opened("a conversation as the page gets it",
                turn -> visitor.read("/fragments/thread.xhtml?thread=" + of(threads, turn)));
        if (!html.isEmpty())
            opened("the HTML of a message", turn -> visitor.read("/api/v1/messages/" + of(html, turn) + "/html"));
    }

    private void opened(String what, Race.Question question) throws Exception {
        Race.warmUp(WARM_UP, question);
        var alone = new Samples();
        Race.run(TIMES, alone, question);
        report.add(Figure.within(
                "open " + what + ", one user, p95 of " + alone.size(), alone.p95(), "Roundcube: 89 ms", ONE));
        var all = Race.together(ListSpeed.USERS, TOGETHER, question);
        report.add(Figure.within(
                "open " + what + ", " + ListSpeed.USERS + " users at once, p95 of " + all.size(), all.p95(),
                "Roundcube: 957 ms", SEVERAL));
    }

    private List<String> ids(String kind) throws Exception {
        return rows(kind).stream().map(row -> row.getString("id")).toList();
    }

    private List<JsonObject> rows(String kind) throws Exception {
        return scene.api()
                .read(kind + "?view=all&limit=200&accountId=" + account)
                .getJsonArray("items")
                .getValuesAs(JsonObject.class);
    }

    private static String of(List<String> ids, int turn) {
        return ids.get(turn % ids.size());
    }
}
