package org.waxwing.domain.mailbox;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Which conversation a message belongs to. Where the provider knows conversations, its word counts and nothing else.
 * Else all messages are together that name each other by Message-ID, In-Reply-To or References (RFC 5322 §3.6.4),
 * directly or through a third. And as a last resort, an answer that does not say what it answers is with everything that
 * has its {@link Likeness}. The outcome is the same whatever the order in which messages arrive.
 */
public final class Threading {
    // Enough for any real conversation; a hostile header may list a million.
    private static final int MOST_REFERENCES = 200;

    private Threading() {}

    /**
     * A message that is looking for its conversation.
     *
     * @param remoteThread what the provider calls the conversation; empty when it does not say
     */
    public record Seeker(MessageHeaders headers, String remoteThread) {
        /** A message of a provider that knows no conversations. */
        public static Seeker of(MessageHeaders headers) {
            return new Seeker(headers, "");
        }
    }

    /**
     * What is known about conversations before a batch arrives.
     *
     * @param tied the conversations of all {@link #ties} of the batch that were named before
     * @param alike the conversations of earlier messages, for each of {@link #asksForAlike}
     */
    public record Known(Map<Tie, ThreadId> tied, Map<Likeness, Set<ThreadId>> alike) {
        /** Nothing. */
        public static final Known NOTHING = new Known(Map.of(), Map.of());

        public Known {
            tied = Map.copyOf(tied);
            alike = Map.copyOf(alike);
        }
    }

    /**
     * Where a batch of messages goes.
     *
     * @param threadOf the conversation of each message, in the order given
     * @param merged conversations that turned out to be one: the one that ends, and the one it becomes part of
     * @param known every tie that counts, and its conversation now
     */
    public record Joined(List<ThreadId> threadOf, Map<ThreadId, ThreadId> merged, Map<Tie, ThreadId> known) {
        public Joined {
            threadOf = List.copyOf(threadOf);
            merged = Map.copyOf(merged);
            known = Map.copyOf(known);
        }
    }

    /** Every name by which a message may turn out to belong to others. */
    public static Set<Tie> ties(Seeker seeker) {
        if (!seeker.remoteThread().isEmpty()) return Set.of(Tie.ofRemoteThread(seeker.remoteThread()));
        var ties = named(seeker.headers());
        Likeness.of(seeker.headers()).ifPresent(likeness -> ties.add(Tie.of(likeness)));
        return ties;
    }

    /** Its own Message-ID first, then what it answers, newest reference first. */
    private static Set<Tie> named(MessageHeaders headers) {
        var ids = new LinkedHashSet<MessageId>(headers.messageId());
        ids.addAll(headers.inReplyTo());
        ids.addAll(headers.references().reversed());
        var ties = new LinkedHashSet<Tie>();
        for (var id : ids) {
            if (ties.size() == MOST_REFERENCES) break;
            ties.add(Tie.of(id));
        }
        return ties;
    }

    /** The likenesses by which messages of the batch look for earlier ones; few messages do. */
    public static Set<Likeness> asksForAlike(Collection<Seeker> batch) {
        var asked = new HashSet<Likeness>();
        for (var seeker : batch)
            if (seeker.remoteThread().isEmpty() && Likeness.isAllThereIs(seeker.headers()))
                Likeness.of(seeker.headers()).ifPresent(asked::add);
        return asked;
    }

    /**
     * Finds the conversations of a batch.
     *
     * @param fresh makes the id of a new conversation
     */
    public static Joined join(Collection<Seeker> batch, Known before, Supplier<ThreadId> fresh) {
        return new Joining(before, asksForAlike(batch)).join(batch, fresh);
    }

    /** The work on one batch. */
    private static final class Joining {
        private final Map<Tie, ThreadId> now;
        private final Map<Likeness, Set<ThreadId>> alike;
        private final Set<Likeness> asked;
        private final Map<ThreadId, ThreadId> into = new LinkedHashMap<>();

        Joining(Known before, Set<Likeness> asked) {
            this.now = new HashMap<>(before.tied());
            this.alike = before.alike();
            this.asked = asked;
        }

        Joined join(Collection<Seeker> batch, Supplier<ThreadId> fresh) {
            var threads = new ArrayList<ThreadId>(batch.size());
            for (var seeker : batch) {
                var ties = counting(seeker);
                var found = found(seeker, ties);
                var thread = found.isEmpty() ? fresh.get() : oldest(found);
                for (var other : found) if (!other.equals(thread)) into.put(other, thread);
                for (var tie : ties) now.put(tie, thread);
                threads.add(thread);
            }
            threads.replaceAll(this::end);
            now.replaceAll((id, thread) -> end(thread));
            Set.copyOf(into.keySet()).forEach(this::end);
            return new Joined(threads, into, now);
        }

        // a likeness counts once somebody has asked for it, now or before: otherwise every weekly report would be one
        private Set<Tie> counting(Seeker seeker) {
            var ties = new LinkedHashSet<>(ties(seeker));
            Likeness.of(seeker.headers())
                    .filter(likeness -> !asked.contains(likeness) && !now.containsKey(Tie.of(likeness)))
                    .ifPresent(likeness -> ties.remove(Tie.of(likeness)));
            return ties;
        }

        private Set<ThreadId> found(Seeker seeker, Set<Tie> ties) {
            var found = new LinkedHashSet<ThreadId>();
            for (var tie : ties) {
                var thread = now.get(tie);
                if (thread != null) found.add(end(thread));
            }
            if (seeker.remoteThread().isEmpty())
                Likeness.of(seeker.headers())
                        .filter(asked::contains)
                        .ifPresent(it -> alike.getOrDefault(it, Set.of()).forEach(thread -> found.add(end(thread))));
            return found;
        }

        // Any rule will do as long as it does not depend on the order of arrival within the batch.
        private static ThreadId oldest(Set<ThreadId> threads) {
            return threads.stream().min((a, b) -> a.value().compareTo(b.value())).orElseThrow();
        }

        // Shortens the way as it goes: whoever sends mail chooses how long it gets.
        private ThreadId end(ThreadId thread) {
            var end = thread;
            for (var next = into.get(end); next != null; next = into.get(end)) end = next;
            var here = thread;
            for (var next = into.get(here); next != null; next = into.get(here)) {
                into.put(here, end);
                here = next;
            }
            return end;
        }
    }
}
