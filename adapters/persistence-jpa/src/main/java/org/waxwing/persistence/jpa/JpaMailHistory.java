package org.waxwing.persistence.jpa;

import static org.waxwing.persistence.jpa.Sql.instant;
import static org.waxwing.persistence.jpa.Sql.uuid;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.persistence.EntityManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.change.ActionId;
import org.waxwing.domain.history.HistoryLine;
import org.waxwing.domain.history.HistoryLine.Engine;
import org.waxwing.domain.history.MailHistory;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.sorting.Ground;
import org.waxwing.domain.sorting.Reason;

/** Lines in {@code mail_history}. */
public final class JpaMailHistory implements MailHistory {
    private final Sql sql;

    public JpaMailHistory(EntityManager database) {
        this.sql = new Sql(database);
    }

    @Override
    public void add(AccountId account, Collection<HistoryLine> lines) {
        if (lines.isEmpty()) return;
        var all = List.copyOf(lines);
        sql.run("""
                insert into mail_history
                    (account_id, email_id, at, engine, reference, deed, detail, reasons, action_id)
                select e.account_id, e.id, n.at, n.engine, n.reference, n.deed, n.detail, n.reasons::jsonb,
                    nullif(n.action, '')::uuid
                from unnest(?::uuid[], ?::timestamptz[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                    with ordinality as n (email_id, at, engine, reference, deed, detail, reasons, action, place)
                join email e on e.account_id = ? and e.id = n.email_id
                order by n.place
                """,
                Sql.uuids(all.stream().map(it -> it.email().value())),
                Sql.words(all.stream().map(it -> it.at().toString())),
                Sql.words(all.stream().map(it -> it.engine().name())),
                Sql.words(all.stream().map(HistoryLine::reference)),
                Sql.words(all.stream().map(HistoryLine::deed)),
                Sql.words(all.stream().map(HistoryLine::detail)),
                Sql.words(all.stream().map(it -> json(it.reasons()))),
                Sql.words(all.stream().map(it -> it.action().stream().map(ActionId::toString).findFirst().orElse(""))),
                account.value());
    }

    @Override
    public List<HistoryLine> of(EmailId email, int atMost) {
        return sql.list(JpaMailHistory::line, """
                select h.* from account a join mail_history h on h.account_id = a.id and h.email_id = ?
                order by h.position desc limit ?
                """, email.value(), atMost);
    }

    private static HistoryLine line(ResultSet row) throws SQLException {
        var action = uuid(row, "action_id");
        return new HistoryLine(
                new EmailId(uuid(row, "email_id")),
                instant(row, "at"),
                Engine.valueOf(row.getString("engine")),
                row.getString("reference"),
                row.getString("deed"),
                row.getString("detail"),
                reasons(row.getString("reasons")),
                Stream.ofNullable(action).map(ActionId::new).toList());
    }

    private static String json(List<Reason> reasons) {
        var list = JsonText.JSON.createArrayBuilder();
        for (var reason : reasons)
            list.add(JsonText.JSON.createObjectBuilder()
                    .add("ground", reason.ground().name())
                    .add("arguments", JsonText.JSON.createArrayBuilder(reason.arguments()))
                    .add("weight", reason.weight()));
        return list.build().toString();
    }

    private static List<Reason> reasons(String json) {
        var reasons = new ArrayList<Reason>();
        for (var it : JsonText.array(json).getValuesAs(JsonObject.class))
            // a ground that another version knew says nothing here
            Stream.of(Ground.values()).filter(ground -> ground.name().equals(it.getString("ground")))
                    .forEach(ground -> reasons.add(new Reason(
                            ground,
                            it.getJsonArray("arguments").getValuesAs(JsonString.class).stream()
                                    .map(JsonString::getString).toList(),
                            it.getInt("weight"))));
        return reasons;
    }
}
