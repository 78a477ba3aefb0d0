package org.waxwing.web.faces.account;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import org.waxwing.application.account.AskForConsent;
import org.waxwing.application.account.LookAtSignIn;
import org.waxwing.application.runtime.CurrentUser;
import org.waxwing.domain.account.AccountId;

/** Sends somebody to their mail provider, for a new account or to reconnect the one that {@code account} names. */
@WebServlet(name = "consent-start", urlPatterns = "/oauth/start")
public class ConsentStart extends HttpServlet {
    private final transient CurrentUser user;
    private final transient AskForConsent askForConsent;
    private final transient LookAtSignIn lookAtSignIn;
    private final transient Callback callback;
    private final transient Clock clock;

    /** Filled by the container. */
    @Inject
    public ConsentStart(
            CurrentUser user, AskForConsent askForConsent, LookAtSignIn lookAtSignIn, Callback callback, Clock clock) {
        this.user = user;
        this.askForConsent = askForConsent;
        this.lookAtSignIn = lookAtSignIn;
        this.callback = callback;
        this.clock = clock;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var account = parameter(request, "account");
        var asked = askForConsent.ask(parameter(request, "provider"), callback.address(), address(account));
        if (asked.isEmpty()) {
            ConsentReturn.goTo(response, request, ConsentReturn.page(account, ConsentOutcome.NOT_OFFERED));
            return;
        }
        PendingConsents.of(request.getSession()).await(asked.get(), account, clock.instant());
        ConsentReturn.goTo(response, asked.get().address().toString());
    }

    /** The mailbox that is to be reconnected, so that its owner need not choose it once more. */
    private String address(String account) {
        if (account.isEmpty()) return "";
        try {
            return lookAtSignIn.look(user.person().id(), AccountId.of(account))
                    .map(way -> way.account().address().address())
                    .orElse("");
        } catch (IllegalArgumentException e) {
            // no id at all: what comes of it is told when they are back
            return "";
        }
    }

    static String parameter(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name)).orElse("");
    }
}
