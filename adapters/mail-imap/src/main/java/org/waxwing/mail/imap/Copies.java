package org.waxwing.mail.imap;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.iap.Argument;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.protocol.BODY;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import org.waxwing.domain.sync.ConnectionProblem;
import org.waxwing.domain.sync.MailProviderException;
import org.waxwing.domain.sync.RemoteChange.Place;
import org.waxwing.domain.sync.Uid;
import org.waxwing.domain.sync.UidValidity;

/** Where the copies of messages are. */
final class Copies {
    private static final Pattern MESSAGE_ID = Pattern.compile("<[\\x21-\\x7E]{3,500}>");

    private final ImapSession session;

    Copies(ImapSession session) {
        this.session = session;
    }

    /** What COPYUID tells (RFC 4315 §3, RFC 6851 §4.3), behind the command or before it; nothing when it is garbled. */
    static Map<Uid, Place> places(Response[] responses, List<Uid> asked) {
        var places = new HashMap<Uid, Place>();
        for (var response : responses) {
            if (!response.isOK()) continue;
            response.skipSpaces();
            if (response.readByte() != '[' || !"COPYUID".equalsIgnoreCase(response.readAtom())) continue;
            long validity = response.readLong();
            var from = set(response, asked.size());
            var to = set(response, asked.size());
            if (validity < 1 || validity > 0xFFFF_FFFFL || from.size() != to.size()) continue;
            for (int i = 0; i < from.size(); i++)
                places.put(from.get(i), new Place(new UidValidity(validity), to.get(i)));
        }
        places.keySet().retainAll(Set.copyOf(asked));
        return places;
    }

    private static List<Uid> set(Response response, int most) {
        var set = response.readAtom();
        return set == null ? List.of() : UidSets.read(set, most + 1).orElse(List.of());
    }

    /**
     * Which messages of the open folder another one has already, by their Message-ID. That one is open afterwards.
     *
     * @throws RefusedException it cannot be looked into
     */
    Map<Uid, Place> find(List<Uid> uids, String target) throws RefusedException {
        var messageIds = messageIds(uids);
        var folder = session.openToLook(target);
        var places = new HashMap<Uid, Place>();
        for (var messageId : messageIds.entrySet())
            find(messageId.getValue()).ifPresent(
                    uid -> places.put(messageId.getKey(), new Place(folder.validity(), uid)));
        return places;
    }

    private Map<Uid, String> messageIds(List<Uid> uids) throws RefusedException {
        var found = new HashMap<Uid, String>();
        try {
            session.wire().fetch(
                    "UID FETCH " + UidSets.of(uids) + " (UID BODY.PEEK[HEADER.FIELDS (MESSAGE-ID)])", response -> {
                        var header = response.getItem(BODY.class);
                        if (header == null || header.getByteArray() == null || !Snapshot.isUid(response)) return;
                        var text = new String(
                                header.getByteArrayInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
                        var id = MESSAGE_ID.matcher(text);
                        if (id.find()) found.put(Snapshot.uidOf(response), id.group());
                    });
        } catch (Wire.TakerException e) {
            throw new MailProviderException(ConnectionProblem.CONNECTION_LOST);
        }
        found.keySet().retainAll(Set.copyOf(uids));
        return found;
    }

    /** The latest message of the open folder with this Message-ID. */
    private Optional<Uid> find(String messageId) throws RefusedException {
        var arguments = new Argument().writeString(messageId, StandardCharsets.US_ASCII);
        long latest = 0;
        for (var response : session.wire().ask("UID SEARCH UNDELETED HEADER Message-ID", arguments)) {
            if (!(response instanceof IMAPResponse found) || !found.keyEquals("SEARCH")) continue;
            for (long uid = found.readLong(); uid > 0; uid = found.readLong()) latest = Math.max(latest, uid);
        }
        return latest > 0 && latest <= 0xFFFF_FFFFL ? Optional.of(new Uid(latest)) : Optional.empty();
    }
}
