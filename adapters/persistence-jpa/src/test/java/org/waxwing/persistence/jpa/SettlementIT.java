package org.waxwing.persistence.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waxwing.domain.world.EmailBuilder.anEmail;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.waxwing.domain.account.Account;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.mailbox.Keyword;
import org.waxwing.domain.mailbox.Mailbox;
import org.waxwing.domain.mailbox.MailboxId;
import org.waxwing.domain.mailbox.MailboxRole;
import org.waxwing.domain.sync.SyncStateStore;
import org.waxwing.domain.sync.Uid;
import org.waxwing.domain.sync.UidValidity;
import org.waxwing.domain.world.EmailBuilder;
import org.waxwing.domain.world.World;

/** What is counted step by step equals what counting everything anew gives, whatever happened before. */
class SettlementIT {
    private static final List<Keyword> MARKS = List.of(Keyword.SEEN, Keyword.FLAGGED, Keyword.ANSWERED);

    private final World world = JpaWorld.WORLD;

    @Test
    void counts_are_right_after_any_changes() {
        for (long seed = 1; seed <= 5; seed++) {
            var life = new Life(world, new Random(seed));
            for (int step = 0; step < 40; step++) {
                var deed = life.somethingHappens();
                for (var check : CHECKS.entrySet()) {
                    var sql = check.getValue().replace(":account", "'" + life.account.id() + "'");
                    assertThat(TestDatabase.query(sql))
                            .as("%s after step %d of seed %d: %s", check.getKey(), step, seed, deed)
                            .isEmpty();
                }
            }
        }
    }

    /** Mail that comes, goes, moves, is marked and is found to belong together. */
    private static final class Life {
        private final World world;
        private final Random random;
        private final Account account;
        private final List<Mailbox> folders = new ArrayList<>();
        private final List<EmailBuilder> letters = new ArrayList<>();
        private final Map<MailboxId, UidValidity> validities = new HashMap<>();
        private int minutes;

        Life(World world, Random random) {
            this.world = world;
            this.random = random;
            this.account = world.accountOf(world.somebody());
            for (var role : List.of(MailboxRole.INBOX, MailboxRole.ARCHIVE, MailboxRole.TRASH)) {
                var folder = world.folder(account, role, role.name());
                folders.add(folder);
            }
        }

        String somethingHappens() {
            var folder = folders.get(random.nextInt(folders.size()));
            return switch (random.nextInt(7)) {
                case 0, 1 -> arrive(folder);
                case 2 -> change(folder, "marks change", uids -> world.states().remark(
                        account.id(), folder.id(), validity(folder), marked(uids)));
                case 3 -> change(folder, "messages go", uids -> world.states().remove(
                        account.id(), folder.id(), validity(folder), uids));
                case 4 -> show(folder);
                case 5 -> turnRound(folder);
                default -> renew(folder);
            };
        }

        private String arrive(Mailbox folder) {
            // the world delivers under this one alone
            if (!validity(folder).equals(World.VALIDITY)) return "nothing";
            var batch = new EmailBuilder[1 + random.nextInt(5)];
            for (int i = 0; i < batch.length; i++) {
                var letter = anEmail().received(Instant.parse("2026-03-01T09:00:00Z").plusSeconds(60L * minutes++))
                        .marked(marks().toArray(Keyword[]::new));
                if (!letters.isEmpty() && random.nextBoolean()) letter.repliedTo(anyLetter());
                // names two that had nothing to do with each other: their conversations become one
                if (letters.size() > 3 && random.nextInt(4) == 0)
                    letter.references(idOf(anyLetter()), idOf(anyLetter()));
                letters.add(letter);
                batch[i] = letter;
            }
            world.deliverAll(account, folder, batch);
            return "messages arrive";
        }

        private UidValidity validity(Mailbox folder) {
            return validities.getOrDefault(folder.id(), World.VALIDITY);
        }

        private EmailBuilder anyLetter() {
            return letters.get(random.nextInt(letters.size()));
        }

        private static String idOf(EmailBuilder letter) {
            return letter.headers().messageId().getFirst().value();
        }

        private Set<Keyword> marks() {
            var marks = new HashSet<Keyword>();
            for (var mark : MARKS) if (random.nextBoolean()) marks.add(mark);
            return marks;
        }

        private Map<Uid, Set<Keyword>> marked(Set<Uid> uids) {
            var marked = new HashMap<Uid, Set<Keyword>>();
            uids.forEach(it -> marked.put(it, marks()));
            return marked;
        }

        private interface Deed {
            Set<EmailId> on(Set<Uid> uids);
        }

        private String change(Mailbox folder, String name, Deed deed) {
            world.run(account.owner(), () -> {
                var uids = new HashSet<Uid>();
                for (var uid : world.states().snapshot(account.id(), folder.id()).map(it -> it.messages().keySet())
                        .orElse(Set.of()))
                    if (random.nextInt(3) == 0) uids.add(uid);
                world.mail().settle(account.id(), deed.on(uids));
            });
            return name;
        }

        private String show(Mailbox folder) {
            var stored = stored();
            if (stored.isEmpty()) return "nothing";
            var email = stored.get(random.nextInt(stored.size()));
            world.run(account.owner(), () -> {
                world.states().place(account.id(), folder.id(), validity(folder), Map.of(
                        new Uid(1_000 + random.nextInt(20)), new SyncStateStore.Copy(email, marks())));
                world.mail().settle(account.id(), Set.of(email));
            });
            return "a folder shows what another has";
        }

        private String turnRound(Mailbox folder) {
            var roles = MailboxRole.values();
            folders.replaceAll(it -> it.id().equals(folder.id())
                    ? new Mailbox(it.id(), it.account(), it.path(), '/', roles[random.nextInt(roles.length)], true)
                    : it);
            world.run(account.owner(), () -> world.mail().keepMailboxes(account.id(), folders));
            return "a folder is for something else";
        }

        private String renew(Mailbox folder) {
            var next = new UidValidity(validity(folder).value() % 2 + 1);
            validities.put(folder.id(), next);
            var stored = stored();
            world.run(account.owner(), () -> {
                var copies = new HashMap<Uid, SyncStateStore.Copy>();
                for (var email : stored)
                    if (random.nextBoolean())
                        copies.put(new Uid(copies.size() + 1L), new SyncStateStore.Copy(email, marks()));
                world.states().place(account.id(), folder.id(), next, copies);
                var touched = new HashSet<>(world.states().adopt(account.id(), folder.id(), next));
                copies.values().forEach(it -> touched.add(it.email()));
                world.mail().settle(account.id(), touched);
            });
            return "a folder begins anew";
        }

        private List<EmailId> stored() {
            return TestDatabase.query("select id from email where account_id = '" + account.id() + "' order by id")
                    .stream()
                    .map(row -> new EmailId(UUID.fromString(row.getFirst())))
                    .toList();
        }
    }

    /** Each yields what is wrong. */
    private static final Map<String, String> CHECKS = Map.of(
            "keywords", """
                    select e.id, e.keywords, e.listed from email e
                    left join lateral (
                        select array(select distinct k from email_mailbox x, unnest(x.keywords) k
                                where x.account_id = e.account_id and x.email_id = e.id order by k) as keywords,
                            bool_or(m.role not in ('JUNK', 'TRASH')) as listed, count(*) as copies
                        from email_mailbox c join mailbox m on m.id = c.mailbox_id
                        where c.account_id = e.account_id and c.email_id = e.id) now on true
                    where e.account_id = :account
                        and (e.keywords <> now.keywords or e.listed <> now.listed or now.copies = 0)
                    """,
            "unread copies", """
                    select c.uid from email_mailbox c join email e on e.id = c.email_id
                    where c.account_id = :account and (c.unread = e.seen or c.received_at <> e.received_at)
                    """,
            "conversations in folders", """
                    select * from (
                        select c.mailbox_id, e.thread_id, max(e.received_at) as at,
                            count(distinct e.id) as messages, count(distinct e.id) filter (where not e.seen) as unread
                        from email_mailbox c join email e on e.id = c.email_id
                        where c.account_id = :account group by 1, 2) now
                    full join (select * from mailbox_thread where account_id = :account) was
                        on was.mailbox_id = now.mailbox_id and was.thread_id = now.thread_id
                    where (was.last_message_at, was.message_count, was.unread_count)
                        is distinct from (now.at, now.messages, now.unread)
                    """,
            "folders", """
                    select m.path, m.total, m.unread from mailbox m
                    left join lateral (
                        select count(distinct e.id) as total, count(distinct e.id) filter (where not e.seen) as unread
                        from email_mailbox c join email e on e.id = c.email_id where c.mailbox_id = m.id) now on true
                    where m.account_id = :account and (m.total, m.unread) is distinct from (now.total, now.unread)
                    """,
            "conversations", """
                    select * from (
                        select thread_id, count(*) as messages, count(*) filter (where not seen) as unread,
                            bool_or(starred) as starred, max(received_at) filter (where listed) as listed_at,
                            coalesce(bool_or(listed and not seen), false) as listed_unread,
                            max(received_at) filter (where listed and starred) as starred_at,
                            coalesce(bool_or(listed and starred and not seen), false) as starred_unread
                        from email where account_id = :account group by 1) now
                    full join (select * from thread where account_id = :account) was on was.id = now.thread_id
                    where (was.message_count, was.unread_count, was.starred, was.listed_at, was.listed_unread,
                            was.starred_at, was.starred_unread)
                        is distinct from (now.messages, now.unread, now.starred, now.listed_at, now.listed_unread,
                            now.starred_at, now.starred_unread)
                    """,
            "ties", """
                    select t.message_id from thread_tie t join email e on e.account_id = t.account_id
                        and t.message_id = any (e.message_ids)
                    where t.account_id = :account and t.thread_id <> e.thread_id
                    """);
}
