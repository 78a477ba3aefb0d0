package org.waxwing.persistence.jpa;

import static org.waxwing.persistence.jpa.Sql.instant;

import jakarta.persistence.EntityManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.domain.screening.Decision;
import org.waxwing.domain.screening.Decision.Verdict;
import org.waxwing.domain.screening.DecisionStore;
import org.waxwing.domain.screening.Decisions;

/** Decisions in {@code sender_decision} and {@code organisation_decision}. */
public final class JpaDecisionStore implements DecisionStore {
    private final Sql sql;

    public JpaDecisionStore(EntityManager database) {
        this.sql = new Sql(database);
    }

    @Override
    public Decisions about(Collection<EmailAddress> senders) {
        if (senders.isEmpty()) return Decisions.NONE;
        var who = Sql.words(senders.stream().flatMap(it -> Stream.of(it.key(), it.domain())).distinct());
        return new Decisions(
                decisions("select * from sender_decision where owner_id = current_person() and who = any (?)",
                        (Object) who),
                decisions("""
                        select o.* from person p join organisation_decision o on o.organisation_id = p.organisation_id
                        where p.id = current_person() and o.who = any (?)
                        """, (Object) who));
    }

    @Override
    public List<Decision> decided(Collection<String> who) {
        return decisions("select * from sender_decision where owner_id = current_person() and who = any (?)",
                (Object) Sql.words(who.stream()));
    }

    @Override
    public List<Decision> own(int atMost) {
        return decisions("""
                select * from sender_decision where owner_id = current_person() order by decided_at desc, who limit ?
                """, atMost);
    }

    @Override
    public List<Decision> organisations() {
        return decisions("select * from organisation_decision order by who collate \"C\"");
    }

    private List<Decision> decisions(String query, Object... arguments) {
        return sql.list(JpaDecisionStore::decision, query, arguments);
    }

    private static Decision decision(ResultSet row) throws SQLException {
        return new Decision(
                row.getString("who"), Verdict.valueOf(row.getString("verdict")), instant(row, "decided_at"));
    }

    @Override
    public void decide(Collection<Decision> decisions) {
        sql.batch("""
                insert into sender_decision (owner_id, who, verdict, decided_at) values (current_person(), ?, ?, ?)
                on conflict (owner_id, who) do update set
                    verdict = excluded.verdict, decided_at = excluded.decided_at
                """, rows(decisions));
    }

    @Override
    public void forget(Set<String> who) {
        sql.run("delete from sender_decision where owner_id = current_person() and who = any (?)",
                (Object) Sql.words(who.stream()));
    }

    @Override
    public void decideForAll(Collection<Decision> decisions) {
        sql.batch("""
                insert into organisation_decision (organisation_id, who, verdict, decided_at)
                select organisation_id, ?, ?, ? from person where id = current_person()
                on conflict (organisation_id, who) do update set verdict = excluded.verdict, decided_at = excluded.decided_at
                """, rows(decisions));
    }

    @Override
    public void forgetForAll(Set<String> who) {
        sql.run("delete from organisation_decision where who = any (?)", (Object) Sql.words(who.stream()));
    }

    private static Stream<Object[]> rows(Collection<Decision> decisions) {
        return decisions.stream().map(it -> new Object[]{it.who(), it.verdict().name(), it.at()});
    }

    @Override
    public Map<String, Long> colleaguesWhoKnow(Collection<EmailAddress> senders) {
        var known = new HashMap<String, Long>();
        if (senders.isEmpty()) return known;
        sql.list(row -> known.put(row.getString("address"), row.getLong("people")),
                "select address, people from colleagues_who_know(?)",
                (Object) Sql.words(senders.stream().map(EmailAddress::key).distinct()));
        return known;
    }
}
