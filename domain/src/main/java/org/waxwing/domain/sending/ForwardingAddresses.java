package org.waxwing.domain.sending;

import java.util.List;
import java.util.Optional;
import org.waxwing.domain.identity.EmailAddress;

/** The addresses that a person wants mail passed on to. Needs an open transaction of theirs. */
public interface ForwardingAddresses {
    /** All of them, in alphabetical order. */
    List<ForwardingAddress> all();

    /** One of them, for the one who changes it: whoever else asks for it waits for the end of this transaction. */
    Optional<ForwardingAddress> take(EmailAddress address);

    /** Keeps one, in place of what was kept of the same address. */
    void keep(ForwardingAddress address);

    /** Forgets one; false when there is none. */
    boolean remove(EmailAddress address);
}
