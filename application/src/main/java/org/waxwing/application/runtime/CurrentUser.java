package org.waxwing.application.runtime;

import java.net.URI;
import org.waxwing.domain.identity.Person;

/** Who sent the request that is being answered. There is one for every request behind the sign-in. */
public interface CurrentUser {
    /** The person who is signed in, known to the store. */
    Person person();

    /** Whether they may administer the organisation's Waxwing. */
    boolean isAdministrator();

    /**
     * Whether a browser's session cookie stands for them, rather than a token that the sender added on purpose: then
     * the request may have been forged by another site.
     */
    boolean isSignedInByCookie();

    /** What a page of ours adds to every change, so that pages of others cannot; stays the same for a session. */
    String csrfToken();

    /** Where they change their password, second factor and profile. */
    URI profilePage();
}
