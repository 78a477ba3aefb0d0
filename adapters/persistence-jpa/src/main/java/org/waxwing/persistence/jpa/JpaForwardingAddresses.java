package org.waxwing.persistence.jpa;

import static org.waxwing.persistence.jpa.Sql.instant;

import jakarta.persistence.EntityManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.domain.sending.ForwardingAddress;
import org.waxwing.domain.sending.ForwardingAddress.Proof;
import org.waxwing.domain.sending.ForwardingAddresses;

/** Addresses in {@code forwarding_address}. */
public final class JpaForwardingAddresses implements ForwardingAddresses {
    private final Sql sql;

    public JpaForwardingAddresses(EntityManager database) {
        this.sql = new Sql(database);
    }

    @Override
    public List<ForwardingAddress> all() {
        return sql.list(JpaForwardingAddresses::address, """
                select * from forwarding_address where owner_id = current_person() order by address collate "C"
                """);
    }

    @Override
    public Optional<ForwardingAddress> take(EmailAddress address) {
        return sql.list(JpaForwardingAddresses::address, """
                select * from forwarding_address where owner_id = current_person() and address = ? for update
                """, address.key()).stream()
                .findFirst();
    }

    @Override
    public void keep(ForwardingAddress it) {
        sql.run("delete from forwarding_address where owner_id = current_person() and address = ?",
                it.address().key());
        switch (it.proof()) {
            case Proof.Asked(var seal, var end, var left) -> sql.run("""
                    insert into forwarding_address (owner_id, address, seal, expires_at, attempts_left)
                    values (current_person(), ?, ?, ?, ?)
                    """, it.address().key(), seal, end, left);
            case Proof.Shown(var at) -> sql.run("""
                    insert into forwarding_address (owner_id, address, shown_at) values (current_person(), ?, ?)
                    """, it.address().key(), at);
        }
    }

    @Override
    public boolean remove(EmailAddress address) {
        return sql.run(
                "delete from forwarding_address where owner_id = current_person() and address = ?",
                address.key()) > 0;
    }

    private static ForwardingAddress address(ResultSet row) throws SQLException {
        var seal = row.getString("seal");
        return new ForwardingAddress(EmailAddress.of(row.getString("address")), seal == null
                ? new Proof.Shown(instant(row, "shown_at"))
                : new Proof.Asked(seal, instant(row, "expires_at"), row.getInt("attempts_left")));
    }
}
