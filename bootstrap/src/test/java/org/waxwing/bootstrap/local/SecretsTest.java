package org.waxwing.bootstrap.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
    @TempDir
    Path folder;

    @Test
    void are_made_once_and_kept() throws Exception {
        Secrets first = Secrets.in(folder);
        Secrets second = Secrets.in(folder);

        assertThat(second.credentialKey()).isEqualTo(first.credentialKey()).matches("[0-9a-f]{64}");
        assertThat(second.databaseApplication()).isEqualTo(first.databaseApplication());
    }

    @Test
    void differ_from_each_other_and_from_folder_to_folder() throws Exception {
        Secrets here = Secrets.in(folder.resolve("here"));
        Secrets there = Secrets.in(folder.resolve("there"));

        assertThat(here.databaseOwner()).isNotEqualTo(here.databaseApplication()).isNotEqualTo(there.databaseOwner());
    }

    @Test
    void can_be_read_by_their_owner_alone() throws Exception {
        Secrets.in(folder);

        assertThat(PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.resolve("secrets.properties"))))
                .isEqualTo("rw-------");
    }

    @Test
    void get_what_an_older_file_lacks_and_keep_the_rest() throws Exception {
        Files.writeString(folder.resolve("secrets.properties"), "databaseOwner=older\n");

        Secrets secrets = Secrets.in(folder);

        assertThat(secrets.databaseOwner()).isEqualTo("older");
        assertThat(secrets.oidcClient()).isNotEmpty();
    }
}
