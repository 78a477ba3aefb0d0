package org.waxwing.domain.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waxwing.domain.world.EmailBuilder.anEmail;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.waxwing.domain.world.EmailBuilder;

class ThreadingTest {
    /** A store of conversations that does what joining tells, as real stores have to. */
    private static final class Conversations {
        private final Map<Tie, ThreadId> known = new HashMap<>();
        private final Map<Threading.Seeker, ThreadId> threads = new HashMap<>();
        private final Random random;

        Conversations(Random random) {
            this.random = random;
        }

        void arrive(List<Threading.Seeker> batch) {
            var asked = new HashMap<Tie, ThreadId>();
            for (var seeker : batch)
                for (var tie : Threading.ties(seeker))
                    if (known.containsKey(tie))
                        asked.put(tie, known.getOrDefault(tie, new ThreadId(new UUID(0, 0))));
            // ids in no order at all: nothing may depend on them
            var joined = Threading.join(
                    batch, new Threading.Known(asked, alike(Threading.asksForAlike(batch))),
                    () -> new ThreadId(new UUID(random.nextLong(), random.nextLong())));
            known.replaceAll((id, thread) -> joined.merged().getOrDefault(thread, thread));
            threads.replaceAll((mail, thread) -> joined.merged().getOrDefault(thread, thread));
            known.putAll(joined.known());
            for (int i = 0; i < batch.size(); i++) threads.put(batch.get(i), joined.threadOf().get(i));
        }

        private Map<Likeness, Set<ThreadId>> alike(Set<Likeness> asked) {
            var alike = new HashMap<Likeness, Set<ThreadId>>();
            threads.forEach((seeker, thread) -> likeness(seeker)
                    .filter(asked::contains)
                    .ifPresent(it -> alike.computeIfAbsent(it, key -> new HashSet<>()).add(thread)));
            return alike;
        }

        Set<Set<Threading.Seeker>> groups() {
            var groups = new HashMap<ThreadId, Set<Threading.Seeker>>();
            threads.forEach((mail, thread) -> groups.computeIfAbsent(thread, id -> new HashSet<>()).add(mail));
            return Set.copyOf(groups.values());
        }
    }

    private static Optional<Likeness> likeness(Threading.Seeker seeker) {
        return seeker.remoteThread().isEmpty() ? Likeness.of(seeker.headers()) : Optional.empty();
    }

    private static Threading.Joined join(EmailBuilder... batch) {
        return join(Arrays.stream(batch).map(ThreadingTest::seeker).toArray(Threading.Seeker[]::new));
    }

    private static Threading.Joined join(Threading.Seeker... batch) {
        return join(Threading.Known.NOTHING, batch);
    }

    private static Threading.Joined join(Threading.Known before, Threading.Seeker... batch) {
        return Threading.join(List.of(batch), before, () -> new ThreadId(UUID.randomUUID()));
    }

    private static Threading.Seeker seeker(EmailBuilder email) {
        return Threading.Seeker.of(email.headers());
    }

    private static Tie tie(String messageId) {
        return Tie.of(new MessageId(messageId));
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
        var joined = join(anEmail().subject("Weekly report"), anEmail().subject("Weekly report"),
                anEmail().subject("Weekly report"));

        assertThat(Set.copyOf(joined.threadOf())).hasSize(3);
    }

    @Test
    void lets_a_later_report_under_an_old_subject_be_a_stranger() {
        var first = anEmail().subject("Weekly report");
        var likeness = Likeness.of(first.headers()).orElseThrow();
        var before = new Threading.Known(Map.of(), Map.of(likeness, Set.of(new ThreadId(new UUID(1, 1)))));

        var joined = join(before, seeker(anEmail().subject("Weekly report")));

        assertThat(joined.threadOf()).doesNotContain(new ThreadId(new UUID(1, 1)));
        assertThat(joined.known()).doesNotContainKey(Tie.of(likeness));
    }

    @Test
    void puts_an_answer_that_names_nothing_to_what_is_alike() {
        var joined = join(anEmail().subject("Lunch"), anEmail().subject("AW: Lunch").from("Ada <ada@example.org>")
                .to("Bob <bob@example.org>"));

        assertThat(Set.copyOf(joined.threadOf())).hasSize(1);
    }

    @Test
    void puts_an_answer_that_names_nothing_to_what_was_here_before() {
        var thread = new ThreadId(UUID.randomUUID());
        var likeness = Likeness.of(anEmail().subject("Lunch").headers()).orElseThrow();

        var joined = join(
                new Threading.Known(Map.of(), Map.of(likeness, Set.of(thread))),
                seeker(anEmail().subject("Re: Lunch")));

        assertThat(joined.threadOf()).containsExactly(thread);
        assertThat(joined.known()).containsEntry(Tie.of(likeness), thread);
    }

    @Test
    void goes_on_putting_together_what_is_alike_once_somebody_asked() {
        var thread = new ThreadId(UUID.randomUUID());
        var lunch = anEmail().subject("Lunch");
        var tie = Tie.of(Likeness.of(lunch.headers()).orElseThrow());

        var joined = join(new Threading.Known(Map.of(tie, thread), Map.of()), seeker(lunch));

        assertThat(joined.threadOf()).containsExactly(thread);
    }

    @Test
    void lets_an_answer_be_a_stranger_that_went_to_others() {
        var joined = join(anEmail().subject("Lunch"), anEmail().subject("Re: Lunch").cc("eve@example.org"));

        assertThat(Set.copyOf(joined.threadOf())).hasSize(2);
    }

    @Test
    void does_not_look_for_what_is_alike_when_an_answer_says_what_it_answers() {
        var batch = List.of(seeker(anEmail().subject("Re: Lunch").inReplyTo("lost@example.org")));

        assertThat(Threading.asksForAlike(batch)).isEmpty();
    }

    @Test
    void believes_the_provider_and_nobody_else() {
        var first = anEmail();
        var reply = anEmail().repliedTo(first);

        var joined = join(
                new Threading.Seeker(first.headers(), "t1"), new Threading.Seeker(reply.headers(), "t2"),
                new Threading.Seeker(anEmail().subject("Else").headers(), "t1"));

        assertThat(joined.threadOf().getFirst()).isEqualTo(joined.threadOf().getLast());
        assertThat(joined.threadOf().getFirst()).isNotEqualTo(joined.threadOf().get(1));
        assertThat(joined.known()).containsOnlyKeys(Tie.ofRemoteThread("t1"), Tie.ofRemoteThread("t2"));
    }

    @Test
    void does_not_ask_what_is_alike_where_the_provider_knows() {
        var batch = List.of(new Threading.Seeker(anEmail().subject("Re: Lunch").headers(), "t1"));

        assertThat(Threading.asksForAlike(batch)).isEmpty();
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

        var joined = join(
                new Threading.Known(Map.of(tie("a@example.org"), known), Map.of()),
                seeker(anEmail().inReplyTo("a@example.org")));

        assertThat(joined.threadOf()).containsExactly(known);
        assertThat(joined.merged()).isEmpty();
        assertThat(Set.copyOf(joined.known().values())).containsExactly(known);
    }

    @Test
    void tells_which_conversations_turned_out_to_be_one() {
        var older = new ThreadId(new UUID(1, 1));
        var newer = new ThreadId(new UUID(2, 2));

        var joined = join(
                new Threading.Known(Map.of(tie("b@example.org"), newer, tie("a@example.org"), older), Map.of()),
                seeker(anEmail().references("a@example.org", "b@example.org")));

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
                    batch, Threading.Known.NOTHING, () -> new ThreadId(new UUID(random.nextLong(), random.nextLong())));

            assertThat(Collections.disjoint(joined.merged().values(), joined.merged().keySet())).isTrue();
            assertThat(Collections.disjoint(joined.threadOf(), joined.merged().keySet())).isTrue();
            assertThat(Collections.disjoint(joined.known().values(), joined.merged().keySet())).isTrue();
        }
    }

    @Test
    void groups_alike_whatever_the_order_of_arrival() {
        var random = new Random(42);
        for (int round = 0; round < 3; round++) {
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
        for (int round = 0; round < 30; round++) {
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

        var ties = Threading.ties(seeker(mail));

        // and its likeness
        assertThat(ties).hasSize(201).startsWith(
                tie("own@example.org"), tie("parent@example.org"), tie("ref99999@example.org"));
    }

    @Test
    void joins_a_chain_of_thousands_in_reasonable_time() {
        var chain = new ArrayList<Threading.Seeker>();
        for (int i = 0; i < 20_000; i++)
            chain.add(seeker(anEmail().named("m" + i + "@example.org").inReplyTo("m" + (i + 1) + "@example.org")));
        // each pair first, then what is between them: as many conversations become one as can be
        var order = new ArrayList<Threading.Seeker>();
        for (int i = 0; i < chain.size(); i += 2) order.add(chain.get(i));
        for (int i = 1; i < chain.size(); i += 2) order.add(chain.get(i));
        var next = new long[]{Long.MAX_VALUE};

        // each new conversation is older than the last: the worst case for following what became part of what
        var joined = Threading.join(
                order, Threading.Known.NOTHING, () -> new ThreadId(new UUID(0, next[0]--)));

        assertThat(Set.copyOf(joined.threadOf())).hasSize(1);
    }

    /** Mail over few names and subjects, so that it is tied to each other in many ways. */
    private static List<Threading.Seeker> someMail(Random random, int count) {
        var mail = new ArrayList<Threading.Seeker>();
        for (int i = 0; i < count; i++) {
            var email = anEmail().text("mail " + i).received(Instant.ofEpochSecond(i)).subject(subject(random, count));
            if (random.nextInt(5) == 0) email.unnamed();
            else email.named(name(random, count));
            if (random.nextBoolean()) email.inReplyTo(name(random, count));
            if (random.nextInt(3) == 0) email.references(name(random, count), name(random, count));
            mail.add(new Threading.Seeker(
                    email.headers(), random.nextInt(6) == 0 ? "t" + random.nextInt(3) : ""));
        }
        return mail;
    }

    private static String name(Random random, int count) {
        return "m" + random.nextInt(count * 2) + "@example.org";
    }

    private static String subject(Random random, int count) {
        return (random.nextInt(3) == 0 ? "Re: " : "") + "subject " + random.nextInt(count);
    }

    /** What belongs together, found the slow and certain way. */
    private static Set<Set<Threading.Seeker>> connected(List<Threading.Seeker> mail) {
        var asked = Threading.asksForAlike(mail);
        var groups = new ArrayList<Set<Threading.Seeker>>();
        for (var seeker : mail) {
            var group = new HashSet<Threading.Seeker>(Set.of(seeker));
            groups.removeIf(
                    other -> other.stream().anyMatch(it -> tied(asked, it, seeker)) && group.addAll(other));
            groups.add(group);
        }
        return Set.copyOf(groups);
    }

    private static boolean tied(Set<Likeness> asked, Threading.Seeker a, Threading.Seeker b) {
        var ties = new HashSet<>(Threading.ties(a));
        likeness(a).filter(it -> !asked.contains(it)).ifPresent(it -> ties.remove(Tie.of(it)));
        return !Collections.disjoint(ties, Threading.ties(b));
    }

    private static List<List<Threading.Seeker>> permutations(List<Threading.Seeker> mail) {
        if (mail.isEmpty()) return List.of(List.of());
        var all = new ArrayList<List<Threading.Seeker>>();
        for (int i = 0; i < mail.size(); i++) {
            var rest = new ArrayList<>(mail);
            var first = rest.remove(i);
            for (var tail : permutations(rest)) {
                var order = new ArrayList<Threading.Seeker>(List.of(first));
                order.addAll(tail);
                all.add(order);
            }
        }
        return all;
    }
}
