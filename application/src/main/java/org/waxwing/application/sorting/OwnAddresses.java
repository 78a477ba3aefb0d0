package org.waxwing.application.sorting;

import java.util.Set;
import java.util.stream.Collectors;
import org.waxwing.domain.account.AccountStore;

/** The owner's addresses, for those who look at messages. */
final class OwnAddresses {
    private OwnAddresses() {}

    /** As {@code EmailAddress.key()}; needs an open transaction of the owner. */
    static Set<String> of(AccountStore accounts) {
        return accounts.all().stream().map(it -> it.address().key()).collect(Collectors.toSet());
    }
}
