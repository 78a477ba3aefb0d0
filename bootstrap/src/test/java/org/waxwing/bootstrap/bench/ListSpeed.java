package org.waxwing.bootstrap.bench;

import java.sql.SQLException;
import java.time.Duration;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.reading.ListPosition;
import org.waxwing.domain.reading.ListQuery;
import org.waxwing.domain.reading.MailView;
import org.waxwing.domain.reading.Scope;

/** The first window of a list over HTTP, beside the query behind it; the same far down; and for several people at once. */
final class ListSpeed {
    static final int USERS = 8;
    private static final int ROUNDS = 4;
    private static final int TIMES = 100;
    private static final int TOGETHER = 60;
    private static final int WINDOW = 50;
    private static final int DEEP = 10_000;
    private static final int STEP = 200;
    private static final Duration WARM_UP = Duration.ofSeconds(25);

    private final Scene scene;
    private final Report report;
    private final String account;

    ListSpeed(Scene scene, Report report, String account) {
        this.scene = scene;
        this.report = report;
        this.account = account;
    }

    void measure() throws Exception {
        var first = "threads?view=imbox&limit=" + WINDOW + "&accountId=" + account;
        // the Imbox has two windows on its page, one for what is new; this list has one
        var fragment = "/fragments/list.xhtml?view=all&account=" + account;
        var visitor = Visitor.signedIn(scene.web(), "alice");
        beside("list of 50 over the API", MailView.IMBOX, turn -> scene.api().fetch(first));
        beside("list of 50 as the page gets it", MailView.ALL, turn -> visitor.read(fragment));
        deep();
    }

    private void beside(String what, MailView view, Race.Question question) throws Exception {
        Race.warmUp(WARM_UP, question);
        scene.settle();
        var ours = new Samples();
        var bare = new Samples();
        try (var sql = bare(view)) {
            if (sql.ask() != WINDOW + 1) report.fail("The list has fewer than " + WINDOW + " rows.");
            Race.warmUp(Duration.ofSeconds(1), turn -> sql.ask());
            // in turns, so that whatever else the machine does meets both of them
            for (int round = 0; round < ROUNDS; round++) {
                Race.run(TIMES, ours, question);
                Race.run(TIMES, bare, turn -> sql.ask());
            }
        }
        report.add(Figure.atMost(what + ", p95 of " + ours.size(), spoken(ours), "its SQL alone: " + spoken(bare),
                ours.p95() / bare.p95(), 8));
        report.add(Figure.within(what + ", one user, p95", ours.p95(), "Roundcube: 65 ms", 0.008));
        var all = Race.together(USERS, TOGETHER, question);
        report.add(Figure.within(
                what + ", " + USERS + " users at once, p95 of " + all.size(), all.p95(), "Roundcube: 800 ms", 0.050));
    }

    /** By the cursor that a list gives, as far as it goes. */
    private void deep() throws Exception {
        var list = "threads?view=all&accountId=" + account + "&limit=";
        var page = scene.api().read(list + STEP);
        int depth = page.getJsonArray("items").size();
        while (depth < DEEP && !page.isNull("nextCursor")) {
            page = scene.api().read(list + STEP + "&cursor=" + page.getString("nextCursor"));
            depth += page.getJsonArray("items").size();
        }
        if (page.isNull("nextCursor")) {
            report.note("The list ends after " + depth + " rows; nothing was measured further down.");
            return;
        }
        var far = list + WINDOW + "&cursor=" + page.getString("nextCursor");
        var first = new Samples();
        var last = new Samples();
        for (int round = 0; round < ROUNDS; round++) {
            Race.run(TIMES, first, turn -> scene.api().fetch(list + WINDOW));
            Race.run(TIMES, last, turn -> scene.api().fetch(far));
        }
        report.add(Figure.atMost("50 rows, %,d rows down, p95 of %d".formatted(depth, last.size()), spoken(last),
                "the first 50: " + spoken(first), last.p95() / first.p95(), 2));
    }

    private BareList bare(MailView view) throws SQLException {
        var person = scene.text("select owner_id from account where id = '" + account + "'");
        return BareList.of(
                scene.asApplication(),
                person,
                new ListQuery(new Scope.OneAccount(AccountId.of(account), view), false,
                        ListPosition.START, WINDOW));
    }

    static String spoken(Samples samples) {
        return Figure.fine(samples.p95()) + " (median " + Figure.fine(samples.median()) + ")";
    }
}
