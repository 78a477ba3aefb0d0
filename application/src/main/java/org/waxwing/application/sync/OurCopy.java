package org.waxwing.application.sync;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.waxwing.application.runtime.LiveUpdate;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.mailbox.MailStore;

/** Changing our copy of an account in one transaction, with all that is worked out from it. */
record OurCopy(Claims claims, MailStore mail) {
    /** Does {@code work}, which says the messages it touched, as long as the pass holds the claim; tells open pages. */
    void change(Pass pass, Supplier<Set<EmailId>> work) {
        claims.write(pass, () -> {
            var touched = work.get();
            if (touched.isEmpty()) return;
            mail.settle(pass.account(), touched);
            claims.tellAfterwards(pass, List.of(new LiveUpdate.MailChanged(pass.account())));
        });
    }
}
