package org.waxwing.web.faces.account;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.waxwing.domain.sync.ConnectionProblem;

/** Why a consent did not connect a mailbox, as the address of a page carries it and as people read it. */
enum ConsentOutcome {
    DECLINED("consent.declined"),
    EXPIRED("consent.expired"),
    NOT_GRANTED("consent.not-granted"),
    UNREACHABLE("consent.unreachable"),
    NOT_OFFERED("consent.not-offered"),
    NO_ADDRESS("consent.no-address"),
    OTHER_MAILBOX("consent.other-mailbox"),
    ALREADY_ADDED("account-new.address.already-added"),
    TOO_MANY_ATTEMPTS("account-new.too-many-attempts"),
    GONE("accounts.gone"),
    SERVER_REFUSES("consent.server-refuses"),
    SERVER_UNREACHABLE("consent.server-unreachable"),
    SERVER_NOT_ALLOWED("account-new.problem.not-allowed"),
    SERVER_THROTTLES("account-new.problem.throttled");

    private final String key;

    ConsentOutcome(String key) {
        this.key = key;
    }

    /** The sentence for it. */
    String key() {
        return key;
    }

    /** As the address of a page carries it. */
    String parameter() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What the address of a page says; empty when it says nothing that we would. */
    static Optional<ConsentOutcome> of(String parameter) {
        return Stream.of(values()).filter(it -> it.parameter().equals(parameter)).findFirst();
    }

    /** What a mail server that does not take the provider's token comes to. */
    static ConsentOutcome of(ConnectionProblem problem) {
        return switch (problem) {
            case SIGN_IN_REFUSED -> SERVER_REFUSES;
            case NOT_ALLOWED -> SERVER_NOT_ALLOWED;
            case THROTTLED -> SERVER_THROTTLES;
            case UNKNOWN_HOST, UNREACHABLE, NOT_A_MAIL_SERVER, TLS_REFUSED, CONNECTION_LOST, FOLDER_REFUSED,
                    STORAGE ->
                SERVER_UNREACHABLE;
        };
    }

    /** What an error of the provider comes to (RFC 6749 §4.1.2.1). */
    static ConsentOutcome ofError(String error) {
        return switch (error) {
            case "access_denied", "consent_required", "login_required", "interaction_required" -> DECLINED;
            case "server_error", "temporarily_unavailable" -> UNREACHABLE;
            default -> NOT_OFFERED;
        };
    }
}
