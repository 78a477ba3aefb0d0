package org.waxwing.domain.world;

import java.util.Map;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.authenticity.Testimony;
import org.waxwing.domain.mailbox.Email;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.mailbox.ParsedMessage;
import org.waxwing.domain.mailbox.TestimonyStore;

final class InMemoryTestimonyStore implements TestimonyStore {
    private final InMemoryWorld world;

    InMemoryTestimonyStore(InMemoryWorld world) {
        this.world = world;
    }

    @Override
    public void note(AccountId account, Map<EmailId, Testimony> found) {
        if (!world.sees(account)) return;
        found.forEach((id, testimony) -> {
            var stored = world.tables().messages.get(id);
            if (stored == null || !stored.account().equals(account)) return;
            var email = stored.email();
            var message = email.message();
            world.tables().messages.put(id, new Tables.Message(account, new Email(
                    email.id(), email.thread(), new ParsedMessage(
                            message.headers(), message.text(), message.html(), message.attachments(),
                            message.protection(), testimony),
                    email.receivedAt(), email.size(), email.source()), stored.keywords(), stored.likenesses()));
        });
    }
}
