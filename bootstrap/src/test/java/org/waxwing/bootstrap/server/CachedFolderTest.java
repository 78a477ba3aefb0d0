package org.waxwing.bootstrap.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CachedFolderTest {
    @TempDir
    Path cache;

    @Test
    void makes_a_folder_once_for_the_same_key() throws Exception {
        Path first = CachedFolder.get(cache, "server", "k1",
                folder -> Files.writeString(folder.resolve("made"), "one"));
        Path second = CachedFolder.get(cache, "server", "k1",
                folder -> Files.writeString(folder.resolve("made"), "two"));

        assertThat(second).isEqualTo(first);
        assertThat(second.resolve("made")).hasContent("one");
    }

    @Test
    void removes_what_other_inputs_made_but_not_another_kind() throws Exception {
        Path old = CachedFolder.get(cache, "server", "k1", folder -> {});
        Path other = CachedFolder.get(cache, "database", "k1", folder -> {});

        CachedFolder.get(cache, "server", "k2", folder -> {});

        assertThat(old).doesNotExist();
        assertThat(other).isDirectory();
    }

    @Test
    void leaves_no_folder_behind_when_its_maker_fails() {
        assertThatThrownBy(() -> CachedFolder.get(cache, "server", "k1", folder -> {
            Files.writeString(folder.resolve("half"), "made");
            throw new IOException("killed");
        }))
                .hasMessage("killed");

        assertThat(cache.resolve("server-k1")).doesNotExist();
    }

    @Test
    void begins_anew_after_a_maker_that_failed() throws Exception {
        Files.createDirectories(cache.resolve("server-k1.draft").resolve("half"));

        Path folder = CachedFolder.get(cache, "server", "k1", empty -> Files.writeString(empty.resolve("whole"), ""));

        assertThat(folder).isDirectoryContaining("glob:**whole").isDirectoryNotContaining("glob:**half");
    }

    @Test
    void gives_the_same_key_to_the_same_inputs_and_another_to_a_changed_script() throws Exception {
        Path script = Files.writeString(cache.resolve("10.cli"), "/a:add");
        String before = CachedFolder.key(List.of(), List.of(script), List.of("text"));
        String again = CachedFolder.key(List.of(), List.of(script), List.of("text"));
        Files.writeString(script, "/b:add");

        String after = CachedFolder.key(List.of(), List.of(script), List.of("text"));

        assertThat(again).isEqualTo(before);
        assertThat(after).isNotEqualTo(before);
    }

    @Test
    void deletes_links_and_keeps_what_they_point_at() throws Exception {
        Path kept = Files.writeString(cache.resolve("kept"), "kept");
        Path folder = Files.createDirectory(cache.resolve("folder"));
        Files.createSymbolicLink(folder.resolve("link"), kept);

        CachedFolder.delete(folder);

        assertThat(folder).doesNotExist();
        assertThat(kept).exists();
    }
}
