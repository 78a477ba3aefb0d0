package org.waxwing.domain.sync;

import java.util.Map;
import java.util.Set;
import org.waxwing.domain.mailbox.Keyword;

/** Something to be done at a mail server. Doing it twice leaves what doing it once leaves. */
public sealed interface RemoteChange {
    /** Gives messages of a folder a keyword, or takes it from them. Messages that are gone are passed over. */
    record Mark(String path, UidValidity validity, Set<Uid> uids, Keyword keyword, boolean present)
            implements
                RemoteChange {
        public Mark {
            uids = Set.copyOf(uids);
        }
    }

    /**
     * Moves messages to another folder (RFC 6851). Messages that are gone are passed over.
     *
     * @param again whether this may have been done already, without our having heard so: then a message that the target
     *     has by its Message-ID header is not copied once more
     */
    record Move(String path, UidValidity validity, Set<Uid> uids, String target, boolean again)
            implements
                RemoteChange {
        public Move {
            uids = Set.copyOf(uids);
        }
    }

    /** Removes messages for good, and no others (RFC 4315). */
    record Expunge(String path, UidValidity validity, Set<Uid> uids) implements RemoteChange {
        public Expunge {
            uids = Set.copyOf(uids);
        }
    }

    /** Makes a folder, with those above it. One that is there already is as good as made. */
    record Create(String path) implements RemoteChange {}

    /** Gives a folder another path, and those below it with it. */
    record Rename(String path, String target) implements RemoteChange {}

    /** Removes a folder with all that is in it. One that is gone already is as good as removed. */
    record Drop(String path) implements RemoteChange {}

    /** A place of a message at a server. */
    record Place(UidValidity validity, Uid uid) {}

    /** What became of a change. A server that went away is no outcome: that is a {@link MailProviderException}. */
    sealed interface Outcome {
        /**
         * Done.
         *
         * @param moved where moved messages are now, as far as the server told (RFC 4315 COPYUID)
         */
        record Done(Map<Uid, Place> moved) implements Outcome {
            public Done {
                moved = Map.copyOf(moved);
            }

            /** Done, and nothing more to say. */
            public static final Done SILENTLY = new Done(Map.of());
        }

        /** The folder was numbered anew: these UIDs name nothing any more. */
        record Renumbered() implements Outcome {}

        /** The server does not do it, and will not when asked again. */
        record Refused(Refusal why) implements Outcome {}
    }

    /** Why a server refused a change, in the distinctions that mean something to its owner. */
    enum Refusal {
        /** There is no room (RFC 9208 OVERQUOTA). */
        OVER_QUOTA,
        /** The owner may not do that there (RFC 5530 NOPERM, CANNOT, read-only folders). */
        NOT_PERMITTED,
        /** The folder is not there any more. */
        NO_SUCH_MAILBOX,
        /** A folder of that name is there already. */
        ALREADY_EXISTS,
        /** This server keeps no labels of the owner's own. */
        NO_LABELS,
        /** It gave no reason that we understand. */
        OTHER
    }
}
