package org.waxwing.domain.mailbox;

import org.waxwing.domain.world.InMemoryBlobStore;

class InMemoryBlobStoreTest implements BlobStoreContract {
    private final BlobStore store = new InMemoryBlobStore();

    @Override
    public BlobStore store() {
        return store;
    }
}
