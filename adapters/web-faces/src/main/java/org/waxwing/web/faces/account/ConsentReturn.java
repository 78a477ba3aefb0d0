package org.waxwing.web.faces.account;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.waxwing.application.account.AddAccount;
import org.waxwing.application.account.ConnectByConsent;
import org.waxwing.application.account.ReconnectAccount;
import org.waxwing.application.runtime.CurrentUser;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.account.Secret;

/**
 * Where people come back to from their mail provider. Only an answer to a request of the same session counts, and only
 * once: neither another site nor a page that is loaded again can connect anything.
 */
@WebServlet(name = "consent-return", urlPatterns = Callback.PATH)
public class ConsentReturn extends HttpServlet {
    private final transient CurrentUser user;
    private final transient ConnectByConsent connectByConsent;
    private final transient Clock clock;

    /** Filled by the container. */
    @Inject
    public ConsentReturn(CurrentUser user, ConnectByConsent connectByConsent, Clock clock) {
        this.user = user;
        this.connectByConsent = connectByConsent;
        this.clock = clock;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var state = ConsentStart.parameter(request, "state");
        var pending = PendingConsents.of(request.getSession()).answered(state, clock.instant());
        goTo(response, request, pending.isEmpty()
                ? page("", ConsentOutcome.EXPIRED)
                : next(request, pending.get()));
    }

    private String next(HttpServletRequest request, PendingConsents.Pending pending) {
        var error = ConsentStart.parameter(request, "error");
        if (!error.isEmpty()) return page(pending.account(), ConsentOutcome.ofError(error));
        var code = ConsentStart.parameter(request, "code");
        if (code.isEmpty()) return page(pending.account(), ConsentOutcome.NOT_GRANTED);
        try {
            var purpose = pending.account().isEmpty()
                    ? new ConnectByConsent.Purpose.Connect("")
                    : new ConnectByConsent.Purpose.Reconnect(AccountId.of(pending.account()));
            var consent = new ConnectByConsent.Consent.Code(pending.request(), new Secret(code));
            return next(pending.account(), connectByConsent.connect(
                    user.person().id(), new ConnectByConsent.Command(consent, purpose)));
        } catch (IllegalArgumentException e) {
            // the id of no account
            return page("", ConsentOutcome.GONE);
        }
    }

    private static String next(String account, ConnectByConsent.Result result) {
        return switch (result) {
            case ConnectByConsent.Result.Connected(var added) -> next(added);
            case ConnectByConsent.Result.Reconnected(var reconnected) -> next(account, reconnected);
            case ConnectByConsent.Result.NotGranted() -> page(account, ConsentOutcome.NOT_GRANTED);
            case ConnectByConsent.Result.Unreachable() -> page(account, ConsentOutcome.UNREACHABLE);
            case ConnectByConsent.Result.NotOffered() -> page(account, ConsentOutcome.NOT_OFFERED);
            case ConnectByConsent.Result.NoAddress() -> page(account, ConsentOutcome.NO_ADDRESS);
            case ConnectByConsent.Result.TooManyAttempts() -> page(account, ConsentOutcome.TOO_MANY_ATTEMPTS);
        };
    }

    private static String next(AddAccount.Result result) {
        return switch (result) {
            case AddAccount.Result.Added(var account) -> "/account-added.xhtml?account=" + account.id();
            case AddAccount.Result.AlreadyAdded(var account) -> page("", ConsentOutcome.ALREADY_ADDED);
            case AddAccount.Result.NotAnAddress() -> page("", ConsentOutcome.NO_ADDRESS);
            case AddAccount.Result.TooManyAttempts() -> page("", ConsentOutcome.TOO_MANY_ATTEMPTS);
            case AddAccount.Result.Refused(var problem) -> page("", ConsentOutcome.of(problem));
        };
    }

    private static String next(String account, ReconnectAccount.Result result) {
        return switch (result) {
            case ReconnectAccount.Result.Reconnected(var same) -> "/accounts.xhtml?reconnected=" + same.id();
            case ReconnectAccount.Result.NoSuchAccount() -> page("", ConsentOutcome.GONE);
            case ReconnectAccount.Result.OtherMailbox(var wanted) -> page(account, ConsentOutcome.OTHER_MAILBOX);
            case ReconnectAccount.Result.AlreadyAdded(var twin) -> page(account, ConsentOutcome.ALREADY_ADDED);
            case ReconnectAccount.Result.TooManyAttempts() -> page(account, ConsentOutcome.TOO_MANY_ATTEMPTS);
            case ReconnectAccount.Result.Refused(var problem) -> page(account, ConsentOutcome.of(problem));
        };
    }

    /** The page on which they can try again, with why it did not work. */
    static String page(String account, ConsentOutcome outcome) {
        return account.isEmpty()
                ? "/account-new.xhtml?consent=" + outcome.parameter()
                : "/account-reconnect.xhtml?account=" + URLEncoder.encode(account, StandardCharsets.UTF_8)
                        + "&consent=" + outcome.parameter();
    }

    static void goTo(HttpServletResponse response, HttpServletRequest request, String page) {
        goTo(response, request.getContextPath() + page);
    }

    static void goTo(HttpServletResponse response, String address) {
        response.setHeader("Cache-Control", "no-store");
        // the code in this address is nobody else's business
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", address);
    }
}
