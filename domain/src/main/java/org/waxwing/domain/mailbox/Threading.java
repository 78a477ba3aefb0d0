package org.waxwing.domain.mailbox;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Which conversation a message belongs to: all messages that name each other by Message-ID, In-Reply-To or References
 * (RFC 5322 §3.6.4), directly or through a third, whatever the order in which they arrive. A message without any of
 * these stands alone.
 */
public final class Threading {
    // Enough for any real conversation; a hostile header may list a million.
    private static final int MOST_REFERENCES = 200;

    private Threading() {}

    /**
     * Where a batch of messages goes.
     *
     * @param threadOf the conversation of each message, in the order given
     * @param merged conversations that turned out to be one: the one that ends, and the one it becomes part of
     * @param known every Message-ID that was named, and its conversation now
     */
    public record Joined(List<ThreadId> threadOf, Map<ThreadId, ThreadId> merged, Map<MessageId, ThreadId> known) {
        public Joined {
            threadOf = List.copyOf(threadOf);
            merged = Map.copyOf(merged);
            known = Map.copyOf(known);
        }
    }

    /** Every Message-ID that ties a message to others: its own first, then what it answers, newest reference first. */
    public static Set<MessageId> ties(MessageHeaders headers) {
        var ties = new LinkedHashSet<MessageId>(headers.messageId());
        ties.addAll(headers.inReplyTo());
        ties.addAll(headers.references().reversed());
        return ties.size() <= MOST_REFERENCES
                ? ties
                : new LinkedHashSet<>(new ArrayList<>(ties).subList(0, MOST_REFERENCES));
    }

    /**
     * Finds the conversations of a batch.
     *
     * @param known the conversations of Message-IDs named before, for all {@link #ties} of the batch
     * @param fresh makes the id of a new conversation
     */
    public static Joined join(
            Collection<MessageHeaders> batch, Map<MessageId, ThreadId> known, Supplier<ThreadId> fresh) {
        var now = new HashMap<MessageId, ThreadId>(known);
        var into = new LinkedHashMap<ThreadId, ThreadId>();
        var threads = new ArrayList<ThreadId>(batch.size());
        for (var headers : batch) {
            var ties = ties(headers);
            var found = new LinkedHashSet<ThreadId>();
            for (var tie : ties) {
                var thread = now.get(tie);
                if (thread != null) found.add(end(into, thread));
            }
            var thread = found.isEmpty() ? fresh.get() : oldest(found);
            for (var other : found) if (!other.equals(thread)) into.put(other, thread);
            for (var tie : ties) now.put(tie, thread);
            threads.add(thread);
        }
        threads.replaceAll(thread -> end(into, thread));
        now.replaceAll((id, thread) -> end(into, thread));
        Set.copyOf(into.keySet()).forEach(thread -> end(into, thread));
        return new Joined(threads, into, now);
    }

    // Any rule will do as long as it does not depend on the order of arrival within the batch.
    private static ThreadId oldest(Set<ThreadId> threads) {
        return threads.stream().min((a, b) -> a.value().compareTo(b.value())).orElseThrow();
    }

    // Shortens the way as it goes: whoever sends mail chooses how long it gets.
    private static ThreadId end(Map<ThreadId, ThreadId> into, ThreadId thread) {
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
