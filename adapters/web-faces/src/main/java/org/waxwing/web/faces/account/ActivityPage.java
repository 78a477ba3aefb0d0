package org.waxwing.web.faces.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.waxwing.application.change.ListActions;
import org.waxwing.application.runtime.CurrentUser;
import org.waxwing.domain.change.ActionLog;
import org.waxwing.domain.change.ActionLog.Logged;
import org.waxwing.domain.reading.ListPosition;
import org.waxwing.domain.reading.Window;
import org.waxwing.web.faces.Shell;
import org.waxwing.web.faces.Words;

/** What the viewer did to mail, latest first; undoing is asked of the API, by the action's id. */
@Named
@RequestScoped
public class ActivityPage {
    private static final int WINDOW = 100;

    @Inject
    CurrentUser user;

    @Inject
    ListActions listActions;

    @Inject
    HttpServletRequest request;

    @Inject
    Shell shell;

    @Inject
    Words words;

    private @Nullable Window<Logged> window;

    /** What was done. */
    public List<DeedLine> getLines() {
        return window().items().stream()
                .map(it -> DeedLine.of(it, words.phrases(), shell.getTimes()))
                .toList();
    }

    /** Whether nothing was. */
    public boolean isVacant() {
        return window().items().isEmpty();
    }

    /** Whether rules did something of it. */
    public boolean isAutomatic() {
        return window().items().stream().anyMatch(it -> it.title().equals(ActionLog.RULES));
    }

    /** Where it goes on; empty at the end. */
    public String getNext() {
        return window().more() ? window().items().getLast().position().token() : "";
    }

    private Window<Logged> window() {
        var known = window;
        if (known == null) window = known = listActions.list(user.person().id(), after(), WINDOW);
        return known;
    }

    private ListPosition after() {
        return Optional.ofNullable(request.getParameter("cursor")).flatMap(ActivityPage::position)
                .orElse(ListPosition.START);
    }

    private static Optional<ListPosition> position(String cursor) {
        try {
            return Optional.of(ListPosition.of(cursor));
        } catch (IllegalArgumentException e) {
            // anybody can write anything into an address bar
            return Optional.empty();
        }
    }
}
