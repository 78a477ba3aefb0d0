package org.waxwing.domain.signs;

import java.util.List;
import java.util.Set;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.domain.mailbox.MessageHeaders;

/** How the reader is addressed. */
final class RecipientSigns {
    private static final int CROWD = 10;
    private static final int LOOKED_AT = 200;

    private RecipientSigns() {}

    /**
     * Looks, and counts.
     *
     * @param own the reader's addresses, as {@link EmailAddress#key()}
     * @return how many are named
     */
    static int look(MessageHeaders headers, Set<String> own, Set<Sign> signs) {
        int named = deliverable(headers.to()) + deliverable(headers.cc());
        boolean direct = holds(headers.to(), own);
        boolean copied = holds(headers.cc(), own) || holds(headers.bcc(), own);
        if (direct) signs.add(Sign.DIRECT);
        if (direct && named == 1) signs.add(Sign.ALONE);
        if (copied && !direct) signs.add(Sign.COPIED);
        if (!direct && !copied) signs.add(Sign.UNADDRESSED);
        if (named > CROWD) signs.add(Sign.CROWD);
        return named;
    }

    private static int deliverable(List<EmailAddress> addresses) {
        int count = 0;
        for (var address : addresses) if (!address.address().isEmpty()) count++;
        return count;
    }

    private static boolean holds(List<EmailAddress> addresses, Set<String> own) {
        for (var address : addresses.subList(0, Math.min(addresses.size(), LOOKED_AT)))
            if (own.contains(address.key())) return true;
        return false;
    }
}
