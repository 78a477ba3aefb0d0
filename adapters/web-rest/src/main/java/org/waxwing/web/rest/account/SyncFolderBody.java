package org.waxwing.web.rest.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.waxwing.domain.sync.FolderHealth;
import org.waxwing.domain.sync.SyncStatus;

/**
 * How the copy of one folder stands.
 *
 * @param path its whole name, levels parted by {@code /}
 * @param role as of folders
 * @param stored messages that it shows here
 * @param atServer messages that it had when it was last looked at; null before that, or when the server did not tell
 * @param undelivered messages that the server has and does not deliver
 * @param perSecond messages a second in the latest batch; zero when none was yet
 * @param lastSuccessAt when it was last equal to the server's; null before the first time
 * @param error what went wrong since; left out when nothing did
 */
@Schema(name = "SyncFolder")
public record SyncFolderBody(
        String mailboxId,
        String path,
        String role,
        long stored,
        @Schema(nullable = true) @Nullable Long atServer,
        long undelivered,
        double perSecond,
        @Schema(nullable = true) @Nullable Instant lastSuccessAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) SyncBody.@Nullable Failure error) {
    private static final double TENTHS = 10;

    static SyncFolderBody of(FolderHealth folder) {
        var mailbox = folder.mailbox();
        return new SyncFolderBody(
                mailbox.id().toString(),
                mailbox.delimiter() == 0 ? mailbox.path() : mailbox.path().replace(mailbox.delimiter(), '/'),
                mailbox.role().name().toLowerCase(Locale.ROOT),
                folder.stored(),
                folder.atServer() < 0 ? null : folder.atServer(),
                folder.undelivered(),
                Math.round(folder.perSecond() * TENTHS) / TENTHS,
                folder.past().lastSuccess().orElse(null),
                folder.past().lastProblem().map(SyncBody.Failure::of).orElse(null));
    }
}
