package org.waxwing.web.rest.mailbox;

import java.util.Map;
import java.util.Optional;
import org.waxwing.domain.mailbox.MailboxRole;
import org.waxwing.web.rest.Fields;
import org.waxwing.web.rest.problem.ProblemException;

/** What somebody wants changed about a folder; empty parts stay as they are. */
record MailboxChange(Optional<String> path, Optional<MailboxRole> role) {
    private static final Map<String, MailboxRole> ROLES = Map.of(
            "drafts", MailboxRole.DRAFTS,
            "sent", MailboxRole.SENT,
            "archive", MailboxRole.ARCHIVE,
            "junk", MailboxRole.JUNK,
            "trash", MailboxRole.TRASH,
            "none", MailboxRole.NONE);

    /**
     * Reads it to the end.
     *
     * @throws ProblemException {@code validation}, with everything that is wrong
     */
    static MailboxChange of(Fields fields) {
        var path = fields.has("path") ? Optional.of(fields.needed("path")) : Optional.<String>empty();
        var role = fields.has("role") ? fields.needed("role") : "";
        if (!role.isEmpty() && !ROLES.containsKey(role))
            fields.wrong("role", "This has to be drafts, sent, archive, junk, trash or none.");
        if (!fields.has("path") && !fields.has("role")) fields.wrong("path", "This or role is needed.");
        fields.check();
        return new MailboxChange(path, Optional.ofNullable(ROLES.get(role)));
    }
}
