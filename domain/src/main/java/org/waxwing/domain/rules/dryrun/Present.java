package org.waxwing.domain.rules.dryrun;

import java.util.EnumSet;
import java.util.Set;
import org.waxwing.domain.mailbox.Keyword;
import org.waxwing.domain.mailbox.MailboxId;
import org.waxwing.domain.mailbox.MailboxRole;
import org.waxwing.domain.sorting.Category;

/**
 * How a message is now, and which of it its owner made so by hand.
 *
 * @param mailbox the folder that shows it; the most telling one when several do
 * @param path of that folder, levels parted by {@code /}
 * @param keywords all of them, {@link Keyword#SEEN} and {@link Keyword#FLAGGED} among them
 * @param waiting whether its conversation is snoozed
 * @param byHand what its owner decided
 * @param labelsByHand the labels that its owner put on or took off
 */
public record Present(
        MailboxId mailbox,
        String path,
        MailboxRole role,
        Set<Keyword> keywords,
        Category category,
        boolean waiting,
        Set<Deed> byHand,
        Set<Keyword> labelsByHand) {
    /** What somebody can have decided about a message. */
    public enum Deed {
        /** Moved it, or moved it back. */
        PLACE,
        /** Sorted it. */
        CATEGORY,
        /** Put a star on it, or took it off. */
        STAR,
        /** Marked it read, or unread; opening it is not meant. */
        READ,
        /** Snoozed it, or ended that. */
        SNOOZE
    }

    public Present {
        keywords = Set.copyOf(keywords);
        byHand = byHand.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(byHand));
        labelsByHand = Set.copyOf(labelsByHand);
    }
}
