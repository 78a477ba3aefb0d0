package org.waxwing.domain.world;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.mailbox.BlobId;
import org.waxwing.domain.mailbox.BlobStore;
import org.waxwing.domain.mailbox.MissingBlobException;
import org.waxwing.domain.mailbox.RawMessage;

/** Bytes in memory. */
public final class InMemoryBlobStore implements BlobStore {
    private record Key(AccountId account, BlobId id) {}

    private final Map<Key, byte[]> blobs = new ConcurrentHashMap<>();
    private final Deque<IOException> failures = new ArrayDeque<>();
    private volatile boolean unreachable;

    /** Lets the next attempt to keep something fail, as when there is no room. */
    public synchronized void failNextStore() {
        failures.add(new IOException("no room"));
    }

    /** How much is kept of an account. */
    public long count(AccountId account) {
        return blobs.keySet().stream().filter(it -> it.account().equals(account)).count();
    }

    @Override
    public synchronized Stored store(AccountId account, InputStream bytes) throws IOException {
        var failure = failures.poll();
        if (failure != null) throw failure;
        var all = bytes.readAllBytes();
        var id = EmailBuilder.sha256(all);
        blobs.put(new Key(account, id), all);
        return new Stored(id, all.length);
    }

    @Override
    public InputStream open(AccountId account, BlobId id, long offset) throws IOException {
        var all = bytes(account, id);
        int from = (int) Math.min(offset, all.length);
        return new ByteArrayInputStream(all, from, all.length - from);
    }

    @Override
    public RawMessage message(AccountId account, BlobId id) throws IOException {
        long size = bytes(account, id).length;
        return new RawMessage() {
            @Override
            public InputStream open() throws IOException {
                return new ByteArrayInputStream(bytes(account, id));
            }

            @Override
            public long size() {
                return size;
            }
        };
    }

    /** Loses what it has under that name. */
    public void lose(AccountId account, BlobId id) {
        blobs.remove(new Key(account, id));
    }

    /** Cannot be reached, until it is said that it can. */
    public void beOutOfReach(boolean unreachable) {
        this.unreachable = unreachable;
    }

    @Override
    public void forget(AccountId account) {
        blobs.keySet().removeIf(it -> it.account().equals(account));
    }

    private byte[] bytes(AccountId account, BlobId id) throws IOException {
        if (unreachable) throw new IOException("out of reach");
        var all = blobs.get(new Key(account, id));
        if (all == null) throw new MissingBlobException(id);
        return all;
    }
}
