package org.waxwing.persistence.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.waxwing.domain.content.UntrustedText;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.domain.identity.OrganisationId;
import org.waxwing.domain.identity.Person;
import org.waxwing.domain.identity.PersonId;

/** Somebody who signs in. */
@Entity
@Table(name = "person")
class PersonRow {
    @Id
    private UUID id;

    @Column(name = "organisation_id", insertable = false, updatable = false)
    private UUID organisation;

    private String name;

    @Column(name = "email_name")
    private String emailName;

    @Column(name = "email_address")
    private String emailAddress;

    @SuppressWarnings("NullAway.Init")
    protected PersonRow() {}

    void become(UntrustedText name, EmailAddress email) {
        this.name = name.value();
        this.emailName = email.name().value();
        this.emailAddress = email.address();
    }

    Person toPerson() {
        return new Person(
                new PersonId(id),
                new OrganisationId(organisation),
                new UntrustedText(name),
                new EmailAddress(new UntrustedText(emailName), emailAddress));
    }
}
