package org.waxwing.application.sorting;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.sorting.SortingStore;
import org.waxwing.domain.sorting.StoredMail;

/** What is stored of senders. */
public final class SendersMail {
    private static final int MOST = 5_000;

    private SendersMail() {}

    /**
     * The latest of what these addresses and domains have sent to an account, {@value #MOST} of each kind at most. Needs an
     * open transaction of the owner.
     */
    public static List<StoredMail> of(SortingStore sorting, AccountId account, Set<String> who) {
        var found = new LinkedHashMap<EmailId, StoredMail>();
        var senders = who.stream().filter(it -> it.indexOf('@') >= 0).collect(Collectors.toSet());
        var domains = who.stream().filter(it -> it.indexOf('@') < 0).collect(Collectors.toSet());
        sorting.from(account, senders, MOST).forEach(it -> found.put(it.id(), it));
        sorting.fromDomains(account, domains, MOST).forEach(it -> found.put(it.id(), it));
        return List.copyOf(found.values());
    }
}
