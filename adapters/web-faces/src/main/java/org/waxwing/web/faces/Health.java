package org.waxwing.web.faces;

import org.waxwing.application.account.AccountHealth;
import org.waxwing.domain.sync.ConnectionProblem;
import org.waxwing.domain.sync.SyncStatus;

/**
 * An account and its state, in words.
 *
 * @param state {@code ok}, {@code busy}, {@code warn} or {@code bad}: what its dot looks like
 * @param hint one word for the navigation; empty when all is well
 * @param phase what it is doing, as a sentence
 * @param lastSuccess when it last went through, as a sentence
 * @param problem what is wrong and what to do next; empty when nothing is
 * @param watch whether new mail is noticed at once, as a sentence
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
        String watch,
        boolean busy,
        long done,
        long total) {

    static Health of(AccountHealth it, Phrases phrases, Times times) {
        var account = it.account();
        var status = it.status();
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
                status.problem().map(problem -> phrases.of(sentence(problem))).orElse(""),
                phrases.of(it.watched() ? "health.watched" : "health.unwatched"),
                status.phase() == SyncStatus.Phase.SYNCING,
                status.done(),
                status.total());
    }

    private static String state(SyncStatus status) {
        return switch (status.phase()) {
            case IDLE -> status.lastSuccess().isPresent() ? "ok" : "busy";
            case SYNCING -> "busy";
            case ERROR -> "warn";
            case NEEDS_SIGN_IN -> "bad";
        };
    }

    private static String hint(SyncStatus status, Phrases phrases) {
        return switch (status.phase()) {
            case IDLE, SYNCING -> "";
            case ERROR -> phrases.of("health.hint.problem");
            case NEEDS_SIGN_IN -> phrases.of("health.hint.sign-in");
        };
    }

    private static String phase(SyncStatus status, Phrases phrases) {
        return switch (status.phase()) {
            case IDLE -> phrases.of(status.lastSuccess().isPresent() ? "health.phase.idle" : "health.phase.waiting");
            case SYNCING -> status.total() == 0
                    ? phrases.of("health.phase.comparing")
                    : phrases.of("health.phase.syncing", status.done(), status.total());
            case ERROR -> phrases.of("health.phase.error");
            case NEEDS_SIGN_IN -> phrases.of("health.phase.sign-in");
        };
    }

    private static String sentence(ConnectionProblem problem) {
        return switch (problem) {
            case UNKNOWN_HOST -> "health.problem.unknown-host";
            case UNREACHABLE -> "health.problem.unreachable";
            case NOT_A_MAIL_SERVER -> "health.problem.not-a-mail-server";
            case TLS_REFUSED -> "health.problem.tls-refused";
            case SIGN_IN_REFUSED -> "health.problem.sign-in-refused";
            case NOT_ALLOWED -> "health.problem.not-allowed";
            case THROTTLED -> "health.problem.throttled";
            case CONNECTION_LOST -> "health.problem.connection-lost";
            case STORAGE -> "health.problem.storage";
        };
    }
}
