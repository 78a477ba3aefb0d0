package org.waxwing.domain.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waxwing.domain.world.EmailBuilder.anEmail;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.waxwing.domain.world.EmailBuilder;

class ThreadingTest {
    /** A store of conversations that does what joining tells, as real stores have to. */
    private static final class Conversations {
        private final Map<MessageId, ThreadId> known = new HashMap<>();
        private final Map<MessageHeaders, ThreadId> threads = new HashMap<>();
        private final Random random;

        Conversations(Random random) {
            this.random = random;
        }

        void arrive(List<MessageHeaders> batch) {
            var asked = new HashMap<MessageId, ThreadId>();
            for (var headers : batch)
                for (var tie : Threading.ties(headers))
                    if (known.containsKey(tie))
                        asked.put(tie, known.getOrDefault(tie, new ThreadId(new UUID(0, 0))));
            // ids in no order at all: nothing may depend on them
            var joined = Threading.join(
                    batch, asked, () -> new ThreadId(new UUID(random.nextLong(), random.nextLong())));
            known.replaceAll((id, thread) -> joined.merged().getOrDefault(thread, thread));
            threads.replaceAll((mail, thread) -> joined.merged().getOrDefault(thread, thread));
            known.putAll(joined.known());
            for (int i = 0; i < batch.size(); i++) threads.put(batch.get(i), joined.threadOf().get(i));
        }

        Set<Set<MessageHeaders>> groups() {
            var groups = new HashMap<ThreadId, Set<MessageHeaders>>();
            threads.forEach((mail, thread) -> groups.computeIfAbsent(thread, id -> new HashSet<>()).add(mail));
            return Set.copyOf(groups.values());
        }
    }

    private static Threading.Joined join(EmailBuilder... batch) {
        var headers = Arrays.stream(batch).map(EmailBuilder::headers).toList();
        return Threading.join(headers, Map.of(), () -> new ThreadId(UUID.randomUUID()));
    }

    @Test
    void puts_a_reply_to_what_it_answers() {
        var first = anEmail();

        var joined = join(first, anEmail().repliedTo(first));

        assertThat(Set.copyOf(joined.threadOf())).hasSize(1);
    }

    @Test
    void finds_the_conversation_by_in_reply_to_alone_and_by_references_alone() {
        var joined = join(
                anEmail().named("a@example.org"),
                anEmail().inReplyTo("a@example.org"),
                anEmail().references("other@example.org", "a@example.org"));

        assertThat(Set.copyOf(joined.threadOf())).hasSize(1);
    }

    @Test
    void joins_messages_that_name_the_same_third_which_never_arrived() {
        var joined = join(anEmail().inReplyTo("lost@example.org"), anEmail().references("lost@example.org"));

        assertThat(Set.copyOf(joined.threadOf())).hasSize(1);
    }

    @Test
    void lets_strangers_be_strangers_even_under_one_subject() {
        var joined = join(anEmail().subject("Lunch"), anEmail().subject("Re: Lunch"));

        assertThat(Set.copyOf(joined.threadOf())).hasSize(2);
    }

    @Test
    void lets_messages_without_any_id_stand_alone() {
        var joined = join(anEmail().unnamed(), anEmail().unnamed());

        assertThat(Set.copyOf(joined.threadOf())).hasSize(2);
        assertThat(joined.known()).isEmpty();
    }

    @Test
    void goes_on_with_a_known_conversation() {
        var known = new ThreadId(UUID.randomUUID());
        var reply = anEmail().inReplyTo("a@example.org");

        var joined = Threading.join(
                List.of(reply.headers()), Map.of(new MessageId("a@example.org"), known),
                () -> new ThreadId(UUID.randomUUID()));

        assertThat(joined.threadOf()).containsExactly(known);
        assertThat(joined.merged()).isEmpty();
        assertThat(Set.copyOf(joined.known().values())).containsExactly(known);
    }

    @Test
    void tells_which_conversations_turned_out_to_be_one() {
        var older = new ThreadId(new UUID(1, 1));
        var newer = new ThreadId(new UUID(2, 2));
        var link = anEmail().references("a@example.org", "b@example.org");

        var joined = Threading.join(
                List.of(link.headers()),
                Map.of(new MessageId("b@example.org"), newer, new MessageId("a@example.org"), older),
                () -> new ThreadId(UUID.randomUUID()));

        assertThat(joined.threadOf()).containsExactly(older);
        assertThat(joined.merged()).isEqualTo(Map.of(newer, older));
        assertThat(Set.copyOf(joined.known().values())).containsExactly(older);
    }

    @Test
    void never_tells_that_a_conversation_becomes_part_of_one_that_ended() {
        var random = new Random(17);
        for (int round = 0; round < 300; round++) {
            var batch = someMail(random, 12);
            var joined = Threading.join(
                    batch, Map.of(), () -> new ThreadId(new UUID(random.nextLong(), random.nextLong())));

            assertThat(Collections.disjoint(joined.merged().values(), joined.merged().keySet())).isTrue();
            assertThat(Collections.disjoint(joined.threadOf(), joined.merged().keySet())).isTrue();
            assertThat(Collections.disjoint(joined.known().values(), joined.merged().keySet())).isTrue();
        }
    }

    @Test
    void groups_alike_whatever_the_order_of_arrival() {
        var random = new Random(42);
        for (int round = 0; round < 6; round++) {
            var mail = someMail(random, 5);
            var expected = connected(mail);
            for (var order : permutations(mail))
                for (int size = 1; size <= mail.size(); size++) {
                    var conversations = new Conversations(random);
                    for (int from = 0; from < order.size(); from += size)
                        conversations.arrive(order.subList(from, Math.min(order.size(), from + size)));

                    assertThat(conversations.groups()).isEqualTo(expected);
                }
        }
    }

    @Test
    void groups_long_conversations_alike_however_they_are_shuffled_and_split() {
        var random = new Random(43);
        for (int round = 0; round < 100; round++) {
            var mail = new ArrayList<>(someMail(random, 40));
            var expected = connected(mail);
            Collections.shuffle(mail, random);
            var conversations = new Conversations(random);
            for (int from = 0; from < mail.size();) {
                int to = Math.min(mail.size(), from + 1 + random.nextInt(9));
                conversations.arrive(mail.subList(from, to));
                from = to;
            }

            assertThat(conversations.groups()).isEqualTo(expected);
        }
    }

    @Test
    void is_not_upset_by_a_message_that_answers_itself_or_goes_round_in_circles() {
        var joined = join(
                anEmail().named("a@example.org").inReplyTo("a@example.org").references("a@example.org",
                        "b@example.org"),
                anEmail().named("b@example.org").inReplyTo("a@example.org"));

        assertThat(Set.copyOf(joined.threadOf())).hasSize(1);
    }

    @Test
    void looks_at_the_own_id_and_the_newest_references_of_a_hostile_header() {
        var million = IntStream.range(0, 100_000).mapToObj(i -> "ref" + i + "@example.org").toArray(String[]::new);
        var mail = anEmail().named("own@example.org").inReplyTo("parent@example.org").references(million);

        var ties = Threading.ties(mail.headers());

        assertThat(ties).hasSize(200).startsWith(
                new MessageId("own@example.org"),
                new MessageId("parent@example.org"),
                new MessageId("ref99999@example.org"));
    }

    @Test
    void joins_a_chain_of_thousands_in_reasonable_time() {
        var chain = new ArrayList<MessageHeaders>();
        for (int i = 0; i < 20_000; i++)
            chain.add(anEmail().named("m" + i + "@example.org").inReplyTo("m" + (i + 1) + "@example.org").headers());
        // each pair first, then what is between them: as many conversations become one as can be
        var order = new ArrayList<MessageHeaders>();
        for (int i = 0; i < chain.size(); i += 2) order.add(chain.get(i));
        for (int i = 1; i < chain.size(); i += 2) order.add(chain.get(i));
        var next = new long[]{Long.MAX_VALUE};

        // each new conversation is older than the last: the worst case for following what became part of what
        var joined = Threading.join(order, Map.of(), () -> new ThreadId(new UUID(0, next[0]--)));

        assertThat(Set.copyOf(joined.threadOf())).hasSize(1);
    }

    /** Mail over few names, so that it is tied to each other in many ways. */
    private static List<MessageHeaders> someMail(Random random, int count) {
        var mail = new ArrayList<MessageHeaders>();
        for (int i = 0; i < count; i++) {
            var email = anEmail().subject("mail " + i);
            if (random.nextInt(5) == 0) email.unnamed();
            else email.named(name(random, count));
            if (random.nextBoolean()) email.inReplyTo(name(random, count));
            if (random.nextInt(3) == 0) email.references(name(random, count), name(random, count));
            mail.add(email.headers());
        }
        return mail;
    }

    private static String name(Random random, int count) {
        return "m" + random.nextInt(count * 2) + "@example.org";
    }

    /** What belongs together, found the slow and certain way. */
    private static Set<Set<MessageHeaders>> connected(List<MessageHeaders> mail) {
        var groups = new ArrayList<Set<MessageHeaders>>();
        for (var headers : mail) {
            var group = new HashSet<MessageHeaders>(Set.of(headers));
            groups.removeIf(other -> other.stream().anyMatch(it -> tied(it, headers)) && group.addAll(other));
            groups.add(group);
        }
        return Set.copyOf(groups);
    }

    private static boolean tied(MessageHeaders a, MessageHeaders b) {
        return !Collections.disjoint(Threading.ties(a), Threading.ties(b));
    }

    private static List<List<MessageHeaders>> permutations(List<MessageHeaders> mail) {
        if (mail.isEmpty()) return List.of(List.of());
        var all = new ArrayList<List<MessageHeaders>>();
        for (int i = 0; i < mail.size(); i++) {
            var rest = new ArrayList<>(mail);
            var first = rest.remove(i);
            for (var tail : permutations(rest)) {
                var order = new ArrayList<MessageHeaders>(List.of(first));
                order.addAll(tail);
                all.add(order);
            }
        }
        return all;
    }
}
