package org.waxwing.bootstrap.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    @TempDir
    Path folder;

    @Test
    void is_held_by_one_run_at_a_time() throws Exception {
        try (DataFolder held = DataFolder.open(folder)) {
            assertThatThrownBy(() -> DataFolder.open(folder))
                    .hasMessage("Another run is using the data folder " + held.path()
                            + "; stop it, or set WAXWING_DATA to another folder and the ports to others.");
        }
    }

    @Test
    void can_be_held_again_when_it_was_let_go() throws Exception {
        DataFolder.open(folder).close();

        try (DataFolder again = DataFolder.open(folder)) {
            assertThat(again.path()).isDirectory();
        }
    }
}
