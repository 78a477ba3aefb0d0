package org.waxwing.domain.account;

import java.util.Optional;
import org.waxwing.domain.identity.EmailAddress;

/** Finds the servers of an address. Reaches for the network, for a few seconds at most; never inside a transaction. */
public interface SettingsDiscovery {
    /** The best settings found, or nothing when the owner has to type them. */
    Optional<SuggestedSettings> discover(EmailAddress address);
}
