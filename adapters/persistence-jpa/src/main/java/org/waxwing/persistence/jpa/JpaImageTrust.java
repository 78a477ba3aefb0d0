package org.waxwing.persistence.jpa;

import static org.waxwing.persistence.jpa.Sql.instant;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.domain.images.ImageTrust;

/** Rows of {@code image_trust}; whose they are, the policies of the table say. */
public final class JpaImageTrust implements ImageTrust {
    private final Sql sql;

    public JpaImageTrust(EntityManager database) {
        this.sql = new Sql(database);
    }

    @Override
    public boolean includes(EmailAddress sender) {
        return !sql.list(row -> true, "select 1 from image_trust where person_id = current_person() and address = ?",
                sender.key()).isEmpty();
    }

    @Override
    public List<Trusted> all() {
        return sql.list(
                row -> new Trusted(EmailAddress.of(row.getString("address")), instant(row, "since")),
                "select address, since from image_trust where person_id = current_person() order by address collate \"C\"");
    }

    @Override
    public void add(EmailAddress sender, Instant now) {
        sql.run("""
                insert into image_trust (person_id, address, since) values (current_person(), ?, ?)
                on conflict (person_id, address) do nothing
                """, sender.key(), now);
    }

    @Override
    public boolean remove(EmailAddress sender) {
        return sql.run("delete from image_trust where person_id = current_person() and address = ?", sender.key()) > 0;
    }
}
