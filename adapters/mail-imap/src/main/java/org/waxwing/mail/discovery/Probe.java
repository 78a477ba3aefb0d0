package org.waxwing.mail.discovery;

import org.waxwing.domain.account.ServerEndpoint;

/** Looks whether a mail server listens somewhere. */
@FunctionalInterface
interface Probe {
    /** Whether something answers there, protected as the endpoint says, within seconds. */
    boolean answers(ServerEndpoint endpoint);
}
