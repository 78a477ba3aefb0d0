package org.waxwing.bootstrap.demo.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waxwing.bootstrap.demo.server.AccountState.FolderState;
import org.waxwing.bootstrap.demo.server.AccountState.MessageState;

class AccountArchiveTest {
    private static final AccountArchive.Content CONTENT = (uidValidity, uid, out) -> out
            .write(("mail " + uidValidity + "/" + uid).getBytes(UTF_8));

    @TempDir
    Path directory;

    @Test
    void is_empty_before_the_first_save() throws Exception {
        assertThat(archive().load()).isEmpty();
    }

    @Test
    void gives_back_what_was_saved() throws Exception {
        var state = state(message(3, "\\Seen"), message(7, "\\Flagged", "$label1"));

        archive().save(state, 0, CONTENT);

        var again = archive();
        assertThat(again.load()).contains(state);
        try (var in = again.content(11, 7)) {
            assertThat(in.readAllBytes()).asString().isEqualTo("mail 11/7");
        }
    }

    @Test
    void keeps_uids_back_that_a_client_may_have_seen_before_a_crash() throws Exception {
        archive().save(state(message(3)), AccountArchive.UIDS_IN_RESERVE, CONTENT);

        assertThat(archive().load().orElseThrow().folders().getFirst().uidNext())
                .isEqualTo(8 + AccountArchive.UIDS_IN_RESERVE);
    }

    @Test
    void forgets_content_that_no_index_names_after_a_crash() throws Exception {
        archive().save(state(message(3)), 0, CONTENT);
        var halfWritten = Files.writeString(directory.resolve("11/4.eml"), "ma");

        archive().load();

        assertThat(halfWritten).doesNotExist();
        assertThat(directory.resolve("11/3.eml")).exists();
    }

    @Test
    void removes_what_was_expunged() throws Exception {
        var archive = archive();
        archive.save(state(message(3), message(4)), 0, CONTENT);

        archive.save(state(message(4)), 0, CONTENT);

        assertThat(directory.resolve("11/3.eml")).doesNotExist();
        assertThat(directory.resolve("11/4.eml")).exists();
    }

    @Test
    void leaves_the_last_complete_state_when_writing_fails() throws Exception {
        var state = state(message(3));
        archive().save(state, 0, CONTENT);
        AccountArchive.Content failing = (uidValidity, uid, out) -> {
            throw new IOException("disk full");
        };

        assertThatThrownBy(() -> archive().save(state(message(3), message(4)), 0, failing))
                .isInstanceOf(IOException.class);

        assertThat(archive().load()).contains(state);
    }

    @Test
    void refuses_an_index_of_another_version() throws Exception {
        Files.writeString(directory.resolve("index"), "waxwing-demo-mail\t99\n");

        assertThatThrownBy(() -> archive().load()).isInstanceOf(IOException.class).hasMessageContaining("version");
    }

    private AccountArchive archive() {
        return new AccountArchive(directory);
    }

    private static AccountState state(MessageState... messages) {
        return new AccountState(
                List.of(new FolderState("Reisen & Übernachtungen", 11, 8, true, true, List.of(messages))));
    }

    private static MessageState message(long uid, String... flags) {
        return new MessageState(uid, Instant.parse("2026-03-01T09:00:00Z").plusSeconds(uid), Set.of(flags));
    }
}
