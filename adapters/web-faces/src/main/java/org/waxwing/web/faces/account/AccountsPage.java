package org.waxwing.web.faces.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.waxwing.application.account.RemoveAccount;
import org.waxwing.application.runtime.CurrentUser;
import org.waxwing.application.sync.RequestSync;
import org.waxwing.domain.account.AccountId;
import org.waxwing.web.faces.Words;

/** Looking after accounts: comparing one with its server now, or removing it. */
@Named
@RequestScoped
public class AccountsPage {
    @Inject
    CurrentUser user;

    @Inject
    RequestSync requestSync;

    @Inject
    RemoveAccount removeAccount;

    @Inject
    Words words;

    /** Asks for the account to be compared with its server. */
    public void sync(String id) {
        boolean asked = requestSync.request(user.person().id(), AccountId.of(id));
        tell(asked ? "accounts.sync.asked" : "accounts.gone");
    }

    /** Disconnects the account. */
    public String remove(String id) {
        boolean removed = removeAccount.remove(user.person().id(), AccountId.of(id));
        tell(removed ? "accounts.removed" : "accounts.gone");
        FacesContext.getCurrentInstance().getExternalContext().getFlash().setKeepMessages(true);
        return "/accounts.xhtml?faces-redirect=true";
    }

    private void tell(String key) {
        var text = words.of(key);
        FacesContext.getCurrentInstance()
                .addMessage(null, new FacesMessage(FacesMessage.SEVERITY_INFO, text, text));
    }
}
