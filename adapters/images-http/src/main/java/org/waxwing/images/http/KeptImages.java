package org.waxwing.images.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.waxwing.domain.images.ImageFetcher;

/**
 * Keeps what was fetched for a while, so that the same newsletter in ten inboxes is one visit, and reading it again none.
 * What is kept is bounded by its size; the picture that was used longest ago goes first. Failures are kept for a minute.
 */
public final class KeptImages implements ImageFetcher {
    private static final Duration KEPT = Duration.ofHours(2);
    private static final Duration FAILURE_KEPT = Duration.ofMinutes(1);
    private static final int MOST = 4_000;
    // what an entry costs beside its bytes
    private static final int OVERHEAD = 500;

    private record Entry(Result result, Instant until) {
        long size() {
            return OVERHEAD + (result instanceof Result.Fetched picture ? picture.size() : 0);
        }
    }

    private final ImageFetcher fetcher;
    private final Clock clock;
    private final long room;
    private final Map<String, Entry> kept = new LinkedHashMap<>(64, 0.75f, true);
    private long used;

    /** @param room for all of them together, in bytes */
    public KeptImages(ImageFetcher fetcher, Clock clock, long room) {
        this.fetcher = fetcher;
        this.clock = clock;
        this.room = room;
    }

    @Override
    public Result fetch(String address) {
        var known = known(address);
        if (known.isPresent()) return known.get();
        var result = fetcher.fetch(address);
        var time = result instanceof Result.Fetched ? KEPT : FAILURE_KEPT;
        keep(address, new Entry(result, clock.instant().plus(time)));
        return result;
    }

    private synchronized Optional<Result> known(String address) {
        var entry = kept.get(address);
        return entry != null && clock.instant().isBefore(entry.until())
                ? Optional.of(entry.result())
                : Optional.empty();
    }

    private synchronized void keep(String address, Entry entry) {
        if (entry.size() > room / 8) return;
        var before = kept.put(address, entry);
        used += entry.size() - (before == null ? 0 : before.size());
        var oldest = kept.entrySet().iterator();
        while ((used > room || kept.size() > MOST) && oldest.hasNext()) {
            used -= oldest.next().getValue().size();
            oldest.remove();
        }
    }
}
