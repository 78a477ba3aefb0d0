package org.waxwing.application.account;

import java.util.List;
import org.waxwing.domain.account.OAuthClient;
import org.waxwing.domain.account.OAuthProvider;

/** The mail providers whose mailboxes are connected by consent instead of a password. */
public class ListProviders {
    private final OAuthClient oauth;

    public ListProviders(OAuthClient oauth) {
        this.oauth = oauth;
    }

    /** Those that the administrator has set up, in the order to offer them in. */
    public List<OAuthProvider> list() {
        return oauth.providers();
    }
}
