package org.waxwing.mail.mime;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.waxwing.domain.content.UntrustedText;
import org.waxwing.domain.mailbox.Attachment;
import org.waxwing.domain.mailbox.BlobStore;
import org.waxwing.domain.mailbox.MessageParser;

/** The attachments of one message, their bytes handed to the sink as they come. */
final class KeptFiles {
    private static final int LONGEST_ID = 250;
    private static final String SCHEME = "cid:";

    private final MessageParser.AttachmentSink sink;
    private final List<Kept> kept = new ArrayList<>();

    KeptFiles(MessageParser.AttachmentSink sink) {
        this.sink = sink;
    }

    private record Kept(Entity entity, String name, BlobStore.Stored stored) {
        Attachment attachment(int position, Set<String> shownIds) {
            // what the text shows is part of it, whatever its disposition says
            boolean shown = shownIds.contains(entity.id());
            return new Attachment(
                    position,
                    new UntrustedText(name),
                    entity.type(),
                    stored.size(),
                    shown,
                    entity.id(),
                    stored.id());
        }
    }

    /** @param name as far as it is known */
    void add(Entity entity, String name, InputStream bytes) throws IOException {
        try {
            kept.add(new Kept(entity, FileNames.of(name, entity.type()), sink.keep(bytes)));
        } catch (RuntimeException e) {
            throw new SinkException(e);
        }
    }

    /** @param html the text in which some of them may be shown */
    List<Attachment> attachments(String html) {
        if (kept.isEmpty()) return List.of();
        var attachments = new ArrayList<Attachment>();
        var shownIds = contentIds(html);
        for (var it : kept) attachments.add(it.attachment(attachments.size() + 1, shownIds));
        return attachments;
    }

    /** The parts that a text refers to (RFC 2392). */
    private static Set<String> contentIds(String html) {
        var ids = new HashSet<String>();
        for (int colon = html.indexOf(':'); colon >= 0; colon = html.indexOf(':', colon + 1)) {
            int begin = colon + 1;
            int scheme = begin - SCHEME.length();
            if (scheme < 0 || !html.regionMatches(true, scheme, SCHEME, 0, SCHEME.length())) continue;
            if (scheme > 0 && Character.isLetterOrDigit(html.charAt(scheme - 1))) continue;
            int end = begin;
            while (end < html.length() && end - begin < LONGEST_ID && isOfId(html.charAt(end))) end++;
            var id = html.substring(begin, end);
            ids.add(id);
            ids.add(id.replace("%40", "@").replace("&amp;", "&"));
        }
        ids.remove("");
        return ids;
    }

    private static boolean isOfId(char c) {
        return c > ' ' && "\"'<>()".indexOf(c) < 0;
    }

    /** Not the message's fault: to be thrown on, however lenient one is with messages. */
    static final class SinkException extends RuntimeException {
        private final RuntimeException thrown;

        SinkException(RuntimeException thrown) {
            super(thrown);
            this.thrown = thrown;
        }

        RuntimeException thrown() {
            return thrown;
        }
    }
}
