package org.waxwing.domain.sending;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.content.UntrustedText;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.domain.mailbox.BlobId;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.sorting.Category;

/** Makes errands for tests; whatever is not mentioned is valid and dull. */
public final class Errands {
    public static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");
    public static final EmailAddress CAROL = EmailAddress.of("carol@example.org");

    private Errands() {}

    public static Errand forward(AccountId account) {
        return about(account, new EmailId(UUID.randomUUID()), new Task.Forward(CAROL));
    }

    public static Errand reply(AccountId account) {
        return about(account, new EmailId(UUID.randomUUID()), new Task.Reply(
                EmailAddress.of("bob@example.org"), "Away", "Back on Monday.\n\nAda"));
    }

    public static Errand webhook(AccountId account) {
        return about(account, new EmailId(UUID.randomUUID()), new Task.Webhook(
                URI.create("https://example.org/hook?key=1")));
    }

    public static Errand about(AccountId account, EmailId email, Task task) {
        var occasion = new Occasion(
                email, new BlobId("ab".repeat(32)), new EmailAddress(new UntrustedText("Bob"), "bob@example.org"),
                new UntrustedText("Lunch"), NOW.minusSeconds(60), Category.FEED);
        return Errand.written(new ErrandId(UUID.randomUUID()), account, "a rule", occasion, task, NOW);
    }
}
