package org.waxwing.persistence.jpa;

import static org.waxwing.persistence.jpa.Sql.instant;
import static org.waxwing.persistence.jpa.Sql.uuid;

import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.content.UntrustedText;
import org.waxwing.domain.mailbox.BlobId;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.mailbox.Keyword;
import org.waxwing.domain.mailbox.MailboxId;
import org.waxwing.domain.mailbox.MailboxRole;
import org.waxwing.domain.reading.ListPosition;
import org.waxwing.domain.reading.Window;
import org.waxwing.domain.rules.Rule;
import org.waxwing.domain.rules.RuleSubject;
import org.waxwing.domain.rules.dryrun.Present;
import org.waxwing.domain.rules.dryrun.Present.Deed;
import org.waxwing.domain.rules.dryrun.RuleMail;
import org.waxwing.domain.rules.dryrun.StoredMail;
import org.waxwing.domain.sorting.Category;

/** Reads {@code email} and what hangs on it, page by page, on the index of what is listed. */
public final class JpaRuleMail implements RuleMail {
    // some folder shows it that is not for what its owner wrote; one that shows everything says nothing about that
    private static final String ARRIVED = """
            e.account_id = a.id and e.listed and (
                select bool_or(m.role in ('INBOX', 'NONE', 'ARCHIVE'))
                    or bool_or(m.role = 'ALL') and not bool_or(m.role in ('SENT', 'DRAFTS'))
                from email_mailbox c join mailbox m on m.account_id = c.account_id and m.id = c.mailbox_id
                where c.account_id = e.account_id and c.email_id = e.id)
            """;
    private static final String COLUMNS = """
            e.id, e.account_id, e.source, e.from_list, e.to_list, e.cc_list, e.bcc_list, e.subject, e.size, e.category,
            e.received_at, e.keywords,
            case when e.has_attachments then (
                select coalesce(jsonb_agg(to_jsonb(f) order by f.position), '[]') from email_attachment f
                where f.account_id = e.account_id and f.email_id = e.id and not f.inline)
            else '[]' end as files
            """;
    // the folder that says most about where a message is comes first
    private static final String TELLING = "array['INBOX', 'NONE', 'ARCHIVE', 'TRASH', 'JUNK', 'SENT', 'DRAFTS', 'ALL']";

    private final Sql sql;

    public JpaRuleMail(EntityManager database) {
        this.sql = new Sql(database);
    }

    @Override
    public long count(Rule.Reach reach) {
        return sql.list(row -> row.getLong(1), "select count(*) from account a join email e on " + ARRIVED
                + where(reach), arguments(reach).toArray()).getFirst();
    }

    @Override
    public Window<StoredMail> page(Rule.Reach reach, ListPosition after, int limit) {
        var arguments = new ArrayList<Object>(List.of(after.at(), after.id(), limit + 1));
        arguments.addAll(arguments(reach));
        arguments.add(limit + 1);
        var found = sql.list(JpaRuleMail::stored, """
                select e.* from account a cross join lateral (
                    select %s
                    from email e
                    where %s and (e.received_at, e.id) < (?, ?)
                    order by e.received_at desc, e.id desc limit ?) e
                %s
                order by e.received_at desc, e.id desc limit ?
                """.formatted(COLUMNS, ARRIVED, where(reach)), arguments.toArray());
        boolean more = found.size() > limit;
        return new Window<>(more ? found.subList(0, limit) : found, more);
    }

    @Override
    public List<StoredMail> next(AccountId account, List<EmailId> after, int atMost) {
        var from = after.isEmpty() ? new UUID(0, 0) : after.getFirst().value();
        return sql.list(JpaRuleMail::stored, "select " + COLUMNS + " from account a join email e on " + ARRIVED
                + " where a.id = ? and e.id > ? order by e.id limit ?", account.value(), from, atMost);
    }

    @Override
    public List<StoredMail> those(Collection<EmailId> emails) {
        if (emails.isEmpty()) return List.of();
        return sql.list(JpaRuleMail::stored, "select " + COLUMNS + """
                from account a join email e on e.account_id = a.id and e.id = any (?)
                order by e.received_at desc, e.id desc
                """, (Object) ids(emails));
    }

    private static String where(Rule.Reach reach) {
        return switch (reach) {
            case Rule.Reach.EveryAccount() -> "";
            case Rule.Reach.OneAccount(var account) -> " where a.id = ?";
        };
    }

    private static List<Object> arguments(Rule.Reach reach) {
        return switch (reach) {
            case Rule.Reach.EveryAccount() -> List.of();
            case Rule.Reach.OneAccount(var account) -> List.of(account.value());
        };
    }

    private static StoredMail stored(ResultSet row) throws SQLException {
        return new StoredMail(
                new EmailId(uuid(row, "id")),
                new AccountId(uuid(row, "account_id")),
                new BlobId(row.getString("source")),
                JsonText.addresses(row.getString("from_list")),
                JsonText.addresses(row.getString("to_list")),
                JsonText.addresses(row.getString("cc_list")),
                JsonText.addresses(row.getString("bcc_list")),
                new UntrustedText(row.getString("subject")),
                JsonText.array(row.getString("files")).getValuesAs(JsonObject.class).stream()
                        .map(it -> new RuleSubject.File(
                                new UntrustedText(it.getString("name")), it.getString("media_type")))
                        .toList(),
                row.getLong("size"),
                instant(row, "received_at"),
                keywords(row),
                Category.valueOf(row.getString("category")));
    }

    private static Set<Keyword> keywords(ResultSet row) throws SQLException {
        return Sql.words(row, "keywords").stream().map(Keyword::new).collect(Collectors.toSet());
    }

    @Override
    public Map<EmailId, UntrustedText> words(Collection<EmailId> emails) {
        var words = new HashMap<EmailId, UntrustedText>();
        if (emails.isEmpty()) return words;
        sql.list(row -> words.put(new EmailId(uuid(row, "email_id")), new UntrustedText(row.getString("text"))), """
                select b.email_id, left(b.text, ?) as text from account a
                join email_body b on b.account_id = a.id and b.email_id = any (?)
                """, MOST_WORDS, ids(emails));
        return words;
    }

    @Override
    public Map<EmailId, Sender> senders(Collection<EmailId> emails) {
        var senders = new HashMap<EmailId, Sender>();
        if (emails.isEmpty()) return senders;
        sql.list(row -> senders.put(
                new EmailId(uuid(row, "id")), new Sender(row.getBoolean("newcomer"), row.getBoolean("known"))), """
                        select e.id,
                            not exists (
                                select from correspondence c
                                where c.account_id = e.account_id and c.address = lower(e.from_list -> 0 ->> 'email')
                                    and c.direction = 'RECEIVED' and c.at < e.sent_at) as newcomer,
                            exists (
                                select from correspondence c
                                where c.account_id = e.account_id and c.address = lower(e.from_list -> 0 ->> 'email')
                                    and c.direction = 'SENT') as known
                        from account a join email e on e.account_id = a.id and e.id = any (?)
                        """, (Object) ids(emails));
        return senders;
    }

    @Override
    public Map<EmailId, Present> present(Collection<EmailId> emails) {
        var present = new HashMap<EmailId, Present>();
        if (emails.isEmpty()) return present;
        var hands = hands(emails);
        sql.list(row -> {
            var id = new EmailId(uuid(row, "id"));
            return present.put(id, present(row, hands.getOrDefault(id, new Hand())));
        }, """
                select e.id, e.keywords, e.category, shown.mailbox_id, shown.path, shown.delimiter, shown.role,
                    s.place is not distinct from 'SNOOZED' as waiting
                from account a join email e on e.account_id = a.id and e.id = any (?)
                cross join lateral (
                    select m.id as mailbox_id, m.path, m.delimiter, m.role
                    from email_mailbox c join mailbox m on m.account_id = c.account_id and m.id = c.mailbox_id
                    where c.account_id = e.account_id and c.email_id = e.id
                    order by array_position(%s, m.role), m.path collate "C" limit 1) shown
                left join thread_standing s on s.account_id = e.account_id and s.thread_id = e.thread_id
                """.formatted(TELLING), (Object) ids(emails));
        return present;
    }

    private static Present present(ResultSet row, Hand hand) throws SQLException {
        char delimiter = FolderRow.character(row.getString("delimiter"));
        var path = row.getString("path");
        return new Present(
                new MailboxId(uuid(row, "mailbox_id")),
                delimiter == 0 ? path : path.replace(delimiter, '/'),
                MailboxRole.valueOf(row.getString("role")),
                keywords(row),
                Category.valueOf(row.getString("category")),
                row.getBoolean("waiting"),
                hand.deeds,
                hand.labels);
    }

    /** What somebody did to a message. */
    private static final class Hand {
        final Set<Deed> deeds = EnumSet.noneOf(Deed.class);
        final Set<Keyword> labels = new HashSet<>();

        void did(String what) {
            switch (what) {
                case " moved" -> deeds.add(Deed.PLACE);
                case " snoozed" -> deeds.add(Deed.SNOOZE);
                case " sorted" -> deeds.add(Deed.CATEGORY);
                default -> {
                    var keyword = new Keyword(what);
                    if (keyword.equals(Keyword.FLAGGED)) deeds.add(Deed.STAR);
                    if (keyword.equals(Keyword.SEEN)) deeds.add(Deed.READ);
                    if (keyword.isLabel()) labels.add(keyword);
                }
            }
        }
    }

    private Map<EmailId, Hand> hands(Collection<EmailId> emails) {
        var hands = new HashMap<EmailId, Hand>();
        var ids = ids(emails);
        sql.list(row -> {
            hands.computeIfAbsent(new EmailId(uuid(row, "id")), it -> new Hand()).did(row.getString("what"));
            return true;
        }, """
                with done as materialized (
                    select e.* from mail_action a join mail_action_entry e on e.action_id = a.id
                    where a.owner_id = current_person() and not a.undone and a.title <> 'rules')
                select x.id, case when d.sorting is not null then ' sorted' when d.from_id is null then d.keyword
                    else ' moved' end as what
                from done d cross join lateral unnest(d.emails) as x (id)
                where d.threads is null and x.id = any (?)
                union
                select e.id, ' snoozed'
                from account a join email e on e.account_id = a.id and e.id = any (?)
                join (select d.account_id, x.id from done d cross join lateral unnest(d.threads) as x (id)
                    where (d.before ->> 'place' = 'SNOOZED') <> (d.after ->> 'place' = 'SNOOZED')) s
                    on s.account_id = e.account_id and s.id = e.thread_id
                union
                select l.about::uuid, ' sorted' from lesson l
                where l.owner_id = current_person() and l.scope = 'MESSAGE' and l.about = any (?)
                """, ids, ids, Sql.words(emails.stream().map(EmailId::toString)));
        return hands;
    }

    private static UUID[] ids(Collection<EmailId> emails) {
        return Sql.uuids(emails.stream().map(EmailId::value));
    }
}
