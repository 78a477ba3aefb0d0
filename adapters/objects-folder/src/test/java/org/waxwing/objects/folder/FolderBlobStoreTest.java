package org.waxwing.objects.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.mailbox.BlobStore;
import org.waxwing.domain.mailbox.BlobStoreContract;
import org.waxwing.domain.mailbox.MissingBlobException;

class FolderBlobStoreTest implements BlobStoreContract {
    private static final AccountId ACCOUNT = new AccountId(new UUID(1, 1));

    private final AtomicLong keptFree = new AtomicLong();
    private final Path folder;
    private final FolderBlobStore store;

    FolderBlobStoreTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        this.store = new FolderBlobStore(folder.resolve("objects"), keptFree::get);
    }

    @Override
    public BlobStore store() {
        return store;
    }

    @Test
    void leaves_no_draft_behind_whatever_happens() throws IOException {
        var breaking = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("broken on purpose");
            }

            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                return read();
            }
        };

        store.store(ACCOUNT, new ByteArrayInputStream(HELLO));
        store.store(ACCOUNT, new ByteArrayInputStream(HELLO));
        assertThatThrownBy(() -> store.store(ACCOUNT, breaking)).isInstanceOf(IOException.class);

        assertThat(files()).hasSize(1);
    }

    @Test
    void keeps_the_same_content_once_though_many_store_it_at_once() throws IOException {
        IntStream.range(0, 64).parallel().forEach(i -> {
            try {
                store.store(ACCOUNT, new ByteArrayInputStream(HELLO));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });

        assertThat(files()).hasSize(1);
    }

    @Test
    void keeps_nothing_while_the_disk_is_as_full_as_it_may_get() throws IOException {
        keptFree.set(Long.MAX_VALUE);
        assertThatThrownBy(() -> store.store(ACCOUNT, new ByteArrayInputStream(HELLO)))
                .isInstanceOf(IOException.class);
        assertThat(files()).isEmpty();

        keptFree.set(0);
        store.store(ACCOUNT, new ByteArrayInputStream(HELLO));
        assertThat(files()).hasSize(1);
    }

    @Test
    void does_not_take_a_disk_that_is_not_there_for_one_without_files() throws IOException {
        var stored = store.store(ACCOUNT, new ByteArrayInputStream(HELLO));
        var root = folder.resolve("objects");
        Files.move(root, folder.resolve("elsewhere"));
        Files.createDirectory(root);

        assertThatThrownBy(() -> store.message(ACCOUNT, stored.id()))
                .isInstanceOf(IOException.class).isNotInstanceOf(MissingBlobException.class);
    }

    private Stream<Path> files() throws IOException {
        try (var all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).filter(it -> !it.endsWith("here")).toList().stream();
        }
    }
}
