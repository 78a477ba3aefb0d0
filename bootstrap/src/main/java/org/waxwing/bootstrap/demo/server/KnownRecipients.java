package org.waxwing.bootstrap.demo.server;

import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.smtp.SmtpState;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.user.UserManager;
import org.jspecify.annotations.Nullable;

/** Takes mail for the people who have a mailbox here and refuses every other recipient (RFC 5321 §4.2.3, code 550). */
final class KnownRecipients extends SmtpManager {
    private final UserManager users;

    KnownRecipients(ImapHostManager folders, UserManager users) {
        super(folders, users);
        this.users = users;
        // GreenMail would make an account for any recipient; this is the second lock behind checkRecipient.
        users.setMessageDeliveryHandler((message, address) -> {
            @Nullable
            GreenMailUser user = users.getUserByEmail(address.getEmail());
            if (user == null) throw new UserException("No mailbox for the recipient");
            return user;
        });
    }

    @Override
    public @Nullable String checkRecipient(SmtpState state, MailAddress recipient) {
        if (users.getUserByEmail(recipient.getEmail()) != null) return null;
        return "550 5.1.1 No such mailbox here: this demo server delivers to its own people only";
    }
}
