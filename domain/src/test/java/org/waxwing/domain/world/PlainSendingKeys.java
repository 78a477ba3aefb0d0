package org.waxwing.domain.world;

import org.waxwing.domain.account.Secret;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.sending.SendingKeys;

/** Keys that everybody can read. */
public final class PlainSendingKeys implements SendingKeys {
    @Override
    public String mark(PersonId person) {
        return "mark-of-" + person;
    }

    @Override
    public Secret signing(String reference) {
        return new Secret("secret of " + reference);
    }

    @Override
    public String newCode() {
        return "12345678";
    }

    @Override
    public String seal(PersonId person, EmailAddress address, String code) {
        return person + " " + address.key() + " " + code;
    }
}
