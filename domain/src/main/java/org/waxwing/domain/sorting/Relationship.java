package org.waxwing.domain.sorting;

import org.waxwing.domain.authenticity.Authentication.Standing;

/**
 * What is known of the sender of one message and its reader.
 *
 * @param received messages that came from this address, this one included
 * @param sent messages that went to it
 * @param answered whether the reader has ever answered one of its messages
 * @param inContacts whether the reader keeps the address among contacts
 * @param sameOrganisation whether both are of one organisation
 * @param inThread whether the reader wrote in the conversation to which the message belongs
 * @param domainWrittenTo whether the reader has written to somebody at the sender's domain, unless anybody can have an
 *     address there
 * @param standing how far the sender's address can be trusted
 */
public record Relationship(
        long received,
        long sent,
        boolean answered,
        boolean inContacts,
        boolean sameOrganisation,
        boolean inThread,
        boolean domainWrittenTo,
        Standing standing) {
    /** Of somebody who was never heard of. */
    public static final Relationship STRANGER = new Relationship(
            1, 0, false, false, false, false, false, Standing.NOT_EXAMINED);

    public Relationship {
        if (received < 0 || sent < 0)
            throw new IllegalArgumentException("Messages are counted from 0: " + received + ", " + sent);
    }

    /** Whether the reader has shown that they know the sender. */
    public boolean isKnown() {
        return sent > 0 || answered || inContacts || sameOrganisation;
    }

    /** How it would be if this were so, too. */
    public Relationship with(Tie tie) {
        return new Relationship(
                received,
                tie == Tie.WROTE_TO_SENDER ? Math.max(1, sent) : sent,
                answered || tie == Tie.ANSWERED_SENDER,
                inContacts || tie == Tie.KEPT_AS_CONTACT,
                sameOrganisation,
                inThread || tie == Tie.WROTE_IN_THREAD,
                domainWrittenTo,
                standing);
    }

    /** How it would be if this were not so. */
    public Relationship without(Tie tie) {
        return new Relationship(
                received,
                tie == Tie.WROTE_TO_SENDER ? 0 : sent,
                answered && tie != Tie.ANSWERED_SENDER,
                inContacts && tie != Tie.KEPT_AS_CONTACT,
                sameOrganisation,
                inThread && tie != Tie.WROTE_IN_THREAD,
                domainWrittenTo,
                standing);
    }

    /** Whether this is so. */
    public boolean has(Tie tie) {
        return switch (tie) {
            case WROTE_TO_SENDER -> sent > 0;
            case ANSWERED_SENDER -> answered;
            case KEPT_AS_CONTACT -> inContacts;
            case WROTE_IN_THREAD -> inThread;
        };
    }

    /** Something a reader does that ties them to a sender. */
    public enum Tie {
        WROTE_TO_SENDER,
        ANSWERED_SENDER,
        KEPT_AS_CONTACT,
        WROTE_IN_THREAD
    }
}
