package org.waxwing.mail.imap;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.angus.mail.iap.Argument;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import org.waxwing.domain.mailbox.MailboxRole;
import org.waxwing.domain.sync.ConnectionProblem;
import org.waxwing.domain.sync.MailProviderException;
import org.waxwing.domain.sync.RemoteMailbox;

/** All folders of an account (RFC 9051 §6.3.9, RFC 6154), and what the server calls each. */
record FolderListing(List<RemoteMailbox> mailboxes, Map<String, FolderName> names) {
    private static final String INBOX = "INBOX";

    static FolderListing of(Wire wire) {
        try {
            return of(wire.ask(command(wire), new Argument()));
        } catch (RefusedException e) {
            if (e.isThrottling()) throw new MailProviderException(ConnectionProblem.THROTTLED);
        }
        try {
            return of(wire.ask("LIST \"\" \"*\"", new Argument()));
        } catch (RefusedException e) {
            throw new MailProviderException(
                    e.isThrottling() ? ConnectionProblem.THROTTLED : ConnectionProblem.CONNECTION_LOST);
        }
    }

    private static String command(Wire wire) {
        boolean onRequest = wire.hasCapability("SPECIAL-USE") && wire.hasCapability("LIST-EXTENDED");
        return onRequest ? "LIST \"\" \"*\" RETURN (SPECIAL-USE)" : "LIST \"\" \"*\"";
    }

    private static FolderListing of(Response[] responses) {
        var folders = new LinkedHashMap<String, FolderRoles.Folder>();
        var names = new LinkedHashMap<String, FolderName>();
        for (var response : responses) {
            if (!(response instanceof IMAPResponse list) || !list.keyEquals("LIST")) continue;
            Entry.of(list).filter(entry -> !entry.name().path().isEmpty()).ifPresent(entry -> {
                var folder = entry.folder();
                folders.putIfAbsent(folder.path(), folder);
                names.putIfAbsent(folder.path(), entry.name());
            });
        }
        // every account has one, listed or not (RFC 9051 §5.1)
        folders.computeIfAbsent(INBOX, path -> new FolderRoles.Folder(path, delimiterOf(folders), List.of(), true));
        var roles = FolderRoles.of(List.copyOf(folders.values()));
        var mailboxes = folders.values().stream()
                .map(folder -> new RemoteMailbox(
                        folder.path(),
                        folder.delimiter(),
                        roles.getOrDefault(folder.path(), MailboxRole.NONE),
                        folder.selectable()))
                .toList();
        return new FolderListing(mailboxes, Map.copyOf(names));
    }

    private static char delimiterOf(Map<String, FolderRoles.Folder> folders) {
        return folders.values().stream().findFirst().map(FolderRoles.Folder::delimiter).orElse('\0');
    }

    /** One LIST response. */
    private record Entry(List<String> attributes, char delimiter, FolderName name) {
        /** Nothing when it cannot be read: the other folders are still good. */
        static Optional<Entry> of(IMAPResponse list) {
            try {
                var attributes = list.readSimpleList();
                list.skipSpaces();
                var delimiter = list.readString();
                var name = list.readAtomString();
                if (name == null) return Optional.empty();
                return Optional.of(new Entry(
                        attributes == null ? List.of() : List.of(attributes),
                        delimiter == null || delimiter.isEmpty() ? '\0' : delimiter.charAt(0),
                        new FolderName(name)));
            } catch (IndexOutOfBoundsException e) {
                return Optional.empty();
            }
        }

        FolderRoles.Folder folder() {
            boolean selectable = attributes.stream().noneMatch(
                    it -> it.equalsIgnoreCase("\\Noselect") || it.equalsIgnoreCase("\\NonExistent"));
            return new FolderRoles.Folder(name.path(), delimiter, attributes, selectable);
        }
    }
}
