package org.waxwing.application.sorting;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.sorting.SortingStore;
import org.waxwing.domain.sorting.StoredMail;

/** What is stored of senders. */
public final class SendersMail {
    private static final int MOST = 5_000;

    private SendersMail() {}

    /**
     * The latest of what these addresses and domains have sent, by accounts, {@value #MOST} of each kind and account at most.
     * Needs an open transaction of the owner.
     */
    public static Map<AccountId, List<StoredMail>> of(SortingStore sorting, Set<String> who) {
        return sorting.ofSenders(who, MOST);
    }
}
