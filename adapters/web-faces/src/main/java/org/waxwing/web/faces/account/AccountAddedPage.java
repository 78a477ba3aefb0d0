package org.waxwing.web.faces.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.waxwing.web.faces.Health;
import org.waxwing.web.faces.Shell;

/** A newly connected account, while its first messages arrive. */
@Named
@RequestScoped
public class AccountAddedPage {
    @Inject
    HttpServletRequest request;

    @Inject
    Shell shell;

    private List<Health> accounts = List.of();

    /** Finds the account that the address names. */
    public void open() {
        accounts = shell.getHealth().stream()
                .filter(account -> account.id().equals(request.getParameter("account")))
                .toList();
        if (accounts.isEmpty())
            FacesContext.getCurrentInstance().getExternalContext().setResponseStatus(404);
    }

    /** The account; none when this person has no such account. */
    public List<Health> getAccounts() {
        return accounts;
    }
}
