package org.waxwing.domain.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.waxwing.domain.mailbox.Keyword;

class SyncPolicyTest {
    private static final UidValidity ONE = new UidValidity(1);
    private static final UidValidity TWO = new UidValidity(2);
    private static final Set<Keyword> UNREAD = Set.of();
    private static final Set<Keyword> READ = Set.of(Keyword.SEEN);

    private static Uid uid(long value) {
        return new Uid(value);
    }

    @Test
    void fetches_everything_of_a_folder_never_seen_newest_first() {
        var theirs = new MailboxSnapshot(ONE, Map.of(uid(1), UNREAD, uid(12), READ, uid(3), UNREAD));

        var delta = SyncPolicy.compare(Optional.empty(), theirs);

        assertThat(delta).isEqualTo(new MailboxDelta.Reset(ONE, List.of(uid(12), uid(3), uid(1))));
    }

    @Test
    void begins_anew_when_the_validity_changed() {
        var ours = new MailboxSnapshot(ONE, Map.of(uid(1), UNREAD));
        var theirs = new MailboxSnapshot(TWO, Map.of(uid(1), UNREAD));

        var delta = SyncPolicy.compare(Optional.of(ours), theirs);

        assertThat(delta).isEqualTo(new MailboxDelta.Reset(TWO, List.of(uid(1))));
    }

    @Test
    void begins_anew_when_the_validity_went_back() {
        var ours = new MailboxSnapshot(TWO, Map.of());
        var theirs = new MailboxSnapshot(ONE, Map.of());

        assertThat(SyncPolicy.compare(Optional.of(ours), theirs)).isEqualTo(new MailboxDelta.Reset(ONE, List.of()));
    }

    @Test
    void finds_what_came_changed_and_went() {
        var ours = new MailboxSnapshot(ONE, Map.of(uid(1), UNREAD, uid(2), UNREAD, uid(3), READ));
        var theirs = new MailboxSnapshot(ONE, Map.of(uid(2), READ, uid(3), READ, uid(4), UNREAD, uid(5), READ));

        var delta = SyncPolicy.compare(Optional.of(ours), theirs);

        assertThat(delta).isEqualTo(new MailboxDelta.Changes(
                ONE, List.of(uid(5), uid(4)), Map.of(uid(2), READ), Set.of(uid(1))));
    }

    @Test
    void finds_nothing_where_nothing_happened() {
        var same = new MailboxSnapshot(ONE, Map.of(uid(1), UNREAD));

        assertThat(SyncPolicy.compare(Optional.of(same), same))
                .isEqualTo(new MailboxDelta.Changes(ONE, List.of(), Map.of(), Set.of()));
    }

    @Test
    void makes_ours_theirs_whatever_either_holds() {
        var random = new Random(3);
        for (int round = 0; round < 2_000; round++) {
            var ours = new MailboxSnapshot(ONE, some(random));
            var theirs = new MailboxSnapshot(ONE, some(random));

            var changes = (MailboxDelta.Changes) SyncPolicy.compare(Optional.of(ours), theirs);

            var result = new HashMap<>(ours.messages());
            changes.vanished().forEach(it -> assertThat(result.remove(it)).isNotNull());
            changes.keywords()
                    .forEach((it, marks) -> assertThat(result.put(it, marks)).isNotNull().isNotEqualTo(marks));
            changes.added().forEach(it -> assertThat(
                    result.put(it, theirs.messages().getOrDefault(it, Set.of()))).isNull());
            assertThat(result).isEqualTo(theirs.messages());
            assertThat(changes.added()).isSortedAccordingTo(Comparator.reverseOrder());
        }
    }

    private static MailboxNews.Since news(Map<Uid, Set<Keyword>> present, Set<Uid> vanished) {
        return new MailboxNews.Since(new SyncPoint(ONE, 9, -1, 3), present, vanished);
    }

    @Test
    void follows_what_came_changed_and_went() {
        var ours = Map.of(uid(1), UNREAD, uid(2), UNREAD, uid(3), READ);

        var delta = SyncPolicy.follow(ours, news(
                Map.of(uid(2), READ, uid(3), READ, uid(4), UNREAD, uid(5), READ), Set.of(uid(1))));

        assertThat(delta).isEqualTo(new MailboxDelta.Changes(
                ONE, List.of(uid(5), uid(4)), Map.of(uid(2), READ), Set.of(uid(1))));
    }

    @Test
    void leaves_alone_what_the_news_is_not_about() {
        var delta = SyncPolicy.follow(Map.of(uid(1), UNREAD), news(Map.of(), Set.of()));

        assertThat(delta).isEqualTo(new MailboxDelta.Changes(ONE, List.of(), Map.of(), Set.of()));
    }

    @Test
    void passes_over_the_end_of_what_was_never_here() {
        var delta = SyncPolicy.follow(Map.of(), news(Map.of(), Set.of(uid(7))));

        assertThat(delta).isEqualTo(new MailboxDelta.Changes(ONE, List.of(), Map.of(), Set.of()));
    }

    @Test
    void believes_a_message_that_is_told_as_gone_and_as_present_to_be_there() {
        var delta = SyncPolicy.follow(Map.of(uid(1), UNREAD), news(Map.of(uid(1), READ), Set.of(uid(1))));

        assertThat(delta).isEqualTo(new MailboxDelta.Changes(ONE, List.of(), Map.of(uid(1), READ), Set.of()));
    }

    @Test
    void following_ends_where_comparing_does() {
        var random = new Random(5);
        for (int round = 0; round < 2_000; round++) {
            var ours = some(random);
            var theirs = some(random);
            var gone = new HashSet<>(ours.keySet());
            gone.removeAll(theirs.keySet());

            var compared = SyncPolicy.compare(
                    Optional.of(new MailboxSnapshot(ONE, ours)), new MailboxSnapshot(ONE, theirs));

            assertThat(SyncPolicy.follow(ours, news(theirs, gone))).isEqualTo(compared);
        }
    }

    private static Map<Uid, Set<Keyword>> some(Random random) {
        var messages = new HashMap<Uid, Set<Keyword>>();
        for (int i = random.nextInt(8); i > 0; i--) messages.put(uid(1 + random.nextInt(8)), marks(random));
        return messages;
    }

    private static Set<Keyword> marks(Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> UNREAD;
            case 1 -> READ;
            default -> Set.of(Keyword.SEEN, Keyword.FLAGGED);
        };
    }
}
