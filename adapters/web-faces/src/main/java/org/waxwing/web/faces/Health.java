package org.waxwing.web.faces;

import java.util.List;
import java.util.stream.Stream;
import org.waxwing.application.account.AccountHealth;
import org.waxwing.domain.sync.ConnectionProblem;
import org.waxwing.domain.sync.SyncOutlook;
import org.waxwing.domain.sync.SyncStatus;

/**
 * An account and its state, in words.
 *
 * @param state {@code ok}, {@code busy}, {@code off}, {@code warn} or {@code bad}: what its dot looks like
 * @param hint one word for the navigation; empty when all is well
 * @param phase what it is doing, as a sentence
 * @param lastSuccess when it last went through, as a sentence
 * @param problem what is wrong and what to do next; empty when nothing is
 * @param next when it is tried again, as a sentence; empty when it is not, or nothing went wrong
 * @param watch whether new mail is noticed at once, as a sentence
 * @param pace how far and how fast the running pass is, in pieces; empty when none runs
 * @param paused whether its owner wants it left alone
 * @param refused whether only the owner can go on, by signing in again
 */
public record Health(
        String id,
        String name,
        String address,
        String server,
        String state,
        String hint,
        String phase,
        String lastSuccess,
        String problem,
        String next,
        String watch,
        List<String> pace,
        boolean busy,
        long done,
        long total,
        boolean paused,
        boolean refused) {

    public Health {
        pace = List.copyOf(pace);
    }

    /** The words for how {@code it} is. */
    public static Health of(AccountHealth it, Phrases phrases, Times times) {
        var account = it.account();
        var status = it.status();
        var outlook = new SyncOutlook(status, it.watched(), times.now());
        return new Health(
                account.id().toString(),
                account.displayName(),
                account.address().address(),
                account.incoming().host(),
                state(status),
                hint(status, phrases),
                phase(status, phrases),
                status.lastSuccess()
                        .map(at -> phrases.of("health.last-success", times.ago(at)))
                        .orElseGet(() -> phrases.of("health.never")),
                status.problem().map(problem -> sentence(problem, phrases)).orElse(""),
                next(outlook, phrases, times),
                phrases.of(it.watched() ? "health.watched" : "health.unwatched"),
                pace(outlook, phrases, times),
                status.phase() == SyncStatus.Phase.SYNCING,
                status.done(),
                status.total(),
                status.phase() == SyncStatus.Phase.PAUSED,
                status.phase() == SyncStatus.Phase.NEEDS_SIGN_IN);
    }

    private static String state(SyncStatus status) {
        return switch (status.phase()) {
            case IDLE -> status.lastSuccess().isPresent() ? "ok" : "busy";
            case SYNCING -> "busy";
            case PAUSED -> "off";
            case ERROR -> "warn";
            case NEEDS_SIGN_IN -> "bad";
        };
    }

    private static String hint(SyncStatus status, Phrases phrases) {
        return switch (status.phase()) {
            case IDLE, SYNCING -> "";
            case PAUSED -> phrases.of("health.hint.paused");
            case ERROR -> phrases.of("health.hint.problem");
            case NEEDS_SIGN_IN -> phrases.of("health.hint.sign-in");
        };
    }

    private static String phase(SyncStatus status, Phrases phrases) {
        return switch (status.phase()) {
            case IDLE -> phrases.of(status.lastSuccess().isPresent() ? "health.phase.idle" : "health.phase.waiting");
            case SYNCING -> phrases.of(status.total() == 0 ? "health.phase.comparing" : "health.phase.fetching");
            case PAUSED -> phrases.of("health.phase.paused");
            case ERROR -> status.attempts() < 2
                    ? phrases.of("health.phase.error")
                    : phrases.of("health.phase.error-again", status.attempts());
            case NEEDS_SIGN_IN -> phrases.of("health.phase.sign-in");
        };
    }

    private static String next(SyncOutlook outlook, Phrases phrases, Times times) {
        if (outlook.status().phase() != SyncStatus.Phase.ERROR) return "";
        return outlook.nextAttempt()
                .map(at -> at.isAfter(outlook.now())
                        ? phrases.of("health.next.at", times.clock(at))
                        : phrases.of("health.next.now"))
                .orElse("");
    }

    private static List<String> pace(SyncOutlook outlook, Phrases phrases, Times times) {
        var status = outlook.status();
        if (status.phase() != SyncStatus.Phase.SYNCING || status.total() == 0) return List.of();
        var so = phrases.of("health.pace.counted", status.done(), status.total());
        if (outlook.perSecond() <= 0) return List.of(so);
        var speed = phrases.of("health.pace.speed", Math.round(outlook.perSecond()));
        var left = outlook.timeLeft().stream().map(time -> phrases.of("health.pace.left", times.span(time)));
        return Stream.concat(Stream.of(so, speed), left).toList();
    }

    /** What is wrong and what to do next. */
    public static String sentence(ConnectionProblem problem, Phrases phrases) {
        return phrases.of(switch (problem) {
            case UNKNOWN_HOST -> "health.problem.unknown-host";
            case UNREACHABLE -> "health.problem.unreachable";
            case NOT_A_MAIL_SERVER -> "health.problem.not-a-mail-server";
            case TLS_REFUSED -> "health.problem.tls-refused";
            case SIGN_IN_REFUSED -> "health.problem.sign-in-refused";
            case NOT_ALLOWED -> "health.problem.not-allowed";
            case THROTTLED -> "health.problem.throttled";
            case CONNECTION_LOST -> "health.problem.connection-lost";
            case FOLDER_REFUSED -> "health.problem.folder-refused";
            case STORAGE -> "health.problem.storage";
        });
    }
}
