package org.waxwing.mail.imap;

import jakarta.mail.FetchProfile;
import org.eclipse.angus.mail.imap.protocol.FetchItem;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.waxwing.domain.sync.RemoteIds;

/** What servers call messages and conversations for good: RFC 8474, or Gmail's extension of IMAP. */
final class RemoteIdItems {
    private static final String EMAIL = "EMAILID";
    private static final String THREAD = "THREADID";
    private static final String GMAIL_EMAIL = "X-GM-MSGID";
    private static final String GMAIL_THREAD = "X-GM-THRID";
    private static final FetchItem[] ALL = {
            new Item(EMAIL), new Item(THREAD), new Item(GMAIL_EMAIL), new Item(GMAIL_THREAD)};

    private RemoteIdItems() {}

    /** What the library has to know to read responses with these. */
    static FetchItem[] all() {
        return ALL.clone();
    }

    /** What to ask this server for; empty when it has none of them. */
    static String askedOf(Wire wire) {
        if (wire.hasCapability("OBJECTID")) return EMAIL + ' ' + THREAD;
        return wire.hasCapability("X-GM-EXT-1") ? GMAIL_EMAIL + ' ' + GMAIL_THREAD : "";
    }

    /** What a response tells. */
    static RemoteIds of(FetchResponse response) {
        var items = response.getExtensionItems();
        if (items == null) return RemoteIds.NONE;
        return new RemoteIds(
                items.get(EMAIL) instanceof String id ? id : items.get(GMAIL_EMAIL) instanceof String id ? id : "",
                items.get(THREAD) instanceof String id ? id : items.get(GMAIL_THREAD) instanceof String id ? id : "");
    }

    /** One of them, in parentheses or bare; NIL where there is none. */
    private static final class Item extends FetchItem {
        Item(String name) {
            super(name, new FetchProfile.Item(name) {
            });
        }

        @Override
        public Object parseItem(FetchResponse response) {
            response.skipSpaces();
            boolean enclosed = response.peekByte() == '(';
            if (enclosed) response.readByte();
            var id = response.readAtom();
            if (enclosed) response.readByte();
            return id == null || (!enclosed && id.equalsIgnoreCase("NIL")) ? "" : id;
        }
    }
}
