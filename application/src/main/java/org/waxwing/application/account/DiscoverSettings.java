package org.waxwing.application.account;

import org.waxwing.application.runtime.AttemptLimit;
import org.waxwing.domain.account.SettingsDiscovery;
import org.waxwing.domain.account.SuggestedSettings;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.domain.identity.PersonId;

/** Finds the server settings of an address, so that its owner need not type them. */
public class DiscoverSettings {
    private static final String LIMITED = "discover";

    private final SettingsDiscovery discovery;
    private final AttemptLimit limit;

    public DiscoverSettings(SettingsDiscovery discovery, AttemptLimit limit) {
        this.discovery = discovery;
        this.limit = limit;
    }

    /** What became of it. */
    public sealed interface Result {
        /** These settings probably work. */
        record Found(SuggestedSettings settings) implements Result {}

        /** Nothing was found: the owner types them. */
        record NotFound() implements Result {}

        /** That is no address. */
        record NotAnAddress() implements Result {}

        /** Too many attempts within a few minutes. */
        record TooManyAttempts() implements Result {}
    }

    /** Looks for the settings of {@code address}, for a few seconds. */
    public Result discover(PersonId who, EmailAddress address) {
        if (!address.isDeliverable()) return new Result.NotAnAddress();
        if (!limit.admits(who, LIMITED)) return new Result.TooManyAttempts();
        var found = discovery.discover(address);
        if (found.isPresent()) return new Result.Found(found.get());
        limit.refused(who, LIMITED);
        return new Result.NotFound();
    }
}
