package org.waxwing.domain.screening;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.waxwing.domain.identity.EmailAddress;

/**
 * What a person and their organisation have decided about senders. Needs an open transaction of the person. Who may
 * decide for the organisation is the caller's to know.
 */
public interface DecisionStore {
    /** What may be about these senders, or their domains. */
    Decisions about(Collection<EmailAddress> senders);

    /** The person's own decisions about exactly these, as {@link Decision#who} names them. */
    List<Decision> decided(Collection<String> who);

    /** The person's own decisions, the latest first, at most {@code atMost}. */
    List<Decision> own(int atMost);

    /** The organisation's, in the order of whom they are about. */
    List<Decision> organisations();

    /** Keeps decisions of the person, in place of those about the same. */
    void decide(Collection<Decision> decisions);

    /** Takes the person's decisions about these back, as {@link Decision#who} names them. */
    void forget(Set<String> who);

    /** Keeps decisions for everybody, in place of those about the same. */
    void decideForAll(Collection<Decision> decisions);

    /** Takes decisions for everybody back. */
    void forgetForAll(Set<String> who);

    /** How many other people have mail of these senders, by {@code EmailAddress.key()}; without those nobody knows. */
    Map<String, Long> colleaguesWhoKnow(Collection<EmailAddress> senders);
}
