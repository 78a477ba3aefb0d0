package org.waxwing.web.faces.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waxwing.application.runtime.CurrentUser;
import org.waxwing.application.sync.ShowSync;
import org.waxwing.web.faces.Shell;
import org.waxwing.web.faces.Words;

/** All accounts, and how each of them is. What can be done to one is asked of the API, by its id. */
@Named
@RequestScoped
public class AccountsPage {
    @Inject
    CurrentUser user;

    @Inject
    ShowSync showSync;

    @Inject
    Shell shell;

    @Inject
    Words words;

    private @Nullable List<Card> cards;

    /** The accounts, oldest first. */
    public List<Card> getCards() {
        var known = cards;
        if (known == null)
            cards = known = shell.getAccounts().stream()
                    .flatMap(it -> showSync.show(user.person().id(), it.account().id()).stream())
                    .map(report -> Card.of(report, words.phrases(), shell.getTimes()))
                    .toList();
        return known;
    }
}
