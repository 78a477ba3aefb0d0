package org.waxwing.mail.imap;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.angus.mail.iap.Argument;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import org.waxwing.domain.mailbox.MailboxRole;
import org.waxwing.domain.sync.ConnectionProblem;
import org.waxwing.domain.sync.MailProviderException;
import org.waxwing.domain.sync.RemoteMailbox;
import org.waxwing.domain.sync.SyncPoint;
import org.waxwing.domain.sync.UidValidity;

/**
 * All folders of an account (RFC 9051 §6.3.9, RFC 6154), what the server calls each, and where each stands (RFC 5819)
 * as far as the server tells that without being asked for each.
 */
record FolderListing(List<RemoteMailbox> mailboxes, Map<String, FolderName> names, Map<String, SyncPoint> points) {
    private static final String INBOX = "INBOX";
    // more than that, and opening those that are looked at anyway is quicker than asking about each
    private static final int MOST_ASKED_EACH = 300;

    static FolderListing of(Wire wire) {
        try {
            return of(wire.ask(command(wire)));
        } catch (RefusedException e) {
            if (e.isThrottling()) throw new MailProviderException(ConnectionProblem.THROTTLED);
        }
        try {
            return of(wire.ask("LIST \"\" \"*\""));
        } catch (RefusedException e) {
            throw new MailProviderException(
                    e.isThrottling() ? ConnectionProblem.THROTTLED : ConnectionProblem.CONNECTION_LOST);
        }
    }

    private static String command(Wire wire) {
        boolean points = wire.hasCapability("LIST-STATUS");
        boolean roles = wire.hasCapability("SPECIAL-USE") && (points || wire.hasCapability("LIST-EXTENDED"));
        if (!points && !roles) return "LIST \"\" \"*\"";
        return "LIST \"\" \"*\" RETURN ("
                + (roles ? "SPECIAL-USE" : "") + (roles && points ? " " : "")
                + (points ? "STATUS " + items(wire) : "") + ')';
    }

    private static String items(Wire wire) {
        return wire.hasCapability("CONDSTORE")
                ? "(MESSAGES UIDNEXT UIDVALIDITY HIGHESTMODSEQ)"
                : "(MESSAGES UIDNEXT UIDVALIDITY)";
    }

    private static FolderListing of(Response[] responses) {
        var folders = new LinkedHashMap<String, FolderRoles.Folder>();
        var names = new LinkedHashMap<String, FolderName>();
        var points = new HashMap<String, SyncPoint>();
        for (var response : responses) {
            if (!(response instanceof IMAPResponse told)) continue;
            if (told.keyEquals("STATUS")) Status.of(told).ifPresent(it -> points.put(it.name().path(), it.point()));
            if (!told.keyEquals("LIST")) continue;
            Entry.of(told).filter(entry -> !entry.name().path().isEmpty()).ifPresent(entry -> {
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
        points.keySet().removeIf(path -> !folders.containsKey(path) || !folders.get(path).selectable());
        return new FolderListing(mailboxes, Map.copyOf(names), Map.copyOf(points));
    }

    /**
     * Where the folders stand. Asked for each by itself when the server did not tell with the list and keeps
     * mod-sequences: without them, it would not spare us to open the folder.
     */
    Map<String, SyncPoint> points(Wire wire) {
        if (wire.hasCapability("LIST-STATUS") || !wire.hasCapability("CONDSTORE")) return points;
        var all = new HashMap<String, SyncPoint>();
        mailboxes.stream().filter(RemoteMailbox::selectable).limit(MOST_ASKED_EACH).forEach(
                mailbox -> point(wire, mailbox.path()).ifPresent(it -> all.put(mailbox.path(), it)));
        return all;
    }

    private Optional<SyncPoint> point(Wire wire, String path) {
        var arguments = names.getOrDefault(path, FolderName.of(path)).argument();
        arguments.writeArgument(new Argument()
                .writeAtom("MESSAGES").writeAtom("UIDNEXT").writeAtom("UIDVALIDITY").writeAtom("HIGHESTMODSEQ"));
        try {
            for (var response : wire.ask("STATUS", arguments))
                if (response instanceof IMAPResponse told && told.keyEquals("STATUS"))
                    return Status.of(told).map(Status::point);
        } catch (RefusedException e) {
            if (e.isThrottling()) throw new MailProviderException(ConnectionProblem.THROTTLED);
        }
        return Optional.empty();
    }

    private static char delimiterOf(Map<String, FolderRoles.Folder> folders) {
        return folders.values().stream().findFirst().map(FolderRoles.Folder::delimiter).orElse('\0');
    }

    /** One STATUS response. */
    private record Status(FolderName name, SyncPoint point) {
        /** Nothing when it cannot be read, or lacks what a point needs. */
        static Optional<Status> of(IMAPResponse told) {
            try {
                var name = told.readAtomString();
                told.skipSpaces();
                if (name == null || told.readByte() != '(') return Optional.empty();
                var values = new HashMap<String, Long>();
                for (var item = told.readAtom(); item != null && !item.isEmpty(); item = told.readAtom())
                    values.put(item.toUpperCase(Locale.ROOT), told.readLong());
                return Optional.of(new Status(new FolderName(name), new SyncPoint(
                        new UidValidity(values.getOrDefault("UIDVALIDITY", 0L)),
                        Math.max(0, values.getOrDefault("UIDNEXT", 0L)),
                        values.getOrDefault("MESSAGES", -1L),
                        Math.max(0, values.getOrDefault("HIGHESTMODSEQ", 0L)))));
            } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
                return Optional.empty();
            }
        }
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
