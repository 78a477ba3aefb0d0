package org.waxwing.persistence.jpa;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.waxwing.domain.mailbox.Mailbox;
import org.waxwing.domain.mailbox.MailboxRole;

/** What folders are for: what their owner chose, else what the server says, unless another one was chosen for that. */
final class ChosenRoles {
    private final Map<UUID, MailboxRole> chosen = new HashMap<>();
    private final Set<MailboxRole> taken = new HashSet<>();

    ChosenRoles(Collection<FolderRow> rows) {
        for (var row : rows)
            row.chosenRole().ifPresent(role -> {
                chosen.put(row.id(), role);
                if (role != MailboxRole.NONE) taken.add(role);
            });
    }

    MailboxRole of(Mailbox mailbox) {
        var own = chosen.get(mailbox.id().value());
        if (own != null) return own;
        return taken.contains(mailbox.role()) ? MailboxRole.NONE : mailbox.role();
    }
}
