package org.waxwing.domain.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waxwing.domain.world.EmailBuilder.anEmail;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.waxwing.domain.account.Account;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.mailbox.Email;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.mailbox.MailboxRole;
import org.waxwing.domain.world.EmailBuilder;
import org.waxwing.domain.world.World;

/** What every {@link EmailIndex} finds. */
public interface EmailIndexContract {
    World world();

    private static EmailBuilder at(int minute) {
        return anEmail().received(Instant.parse("2026-03-01T09:00:00Z").plusSeconds(60L * minute));
    }

    private EmailIndex.Found find(PersonId person, SearchRequest request) {
        return world().as(person, () -> world().index().find(request));
    }

    private List<EmailId> find(Account account, String typed) {
        var found = find(account.owner(), new SearchRequest(
                SearchQuery.of(typed), SearchOrder.NEWEST, SearchPosition.START, 200));
        assertThat(found.total()).isEqualTo(found.hits().size());
        assertThat(found.more()).isFalse();
        return found.hits().stream().map(SearchHit::id).toList();
    }

    @Test
    default void finds_words_of_subject_text_sender_and_names_of_files() {
        var account = world().accountOf(world().somebody());
        var email = world().deliver(account, world().inbox(account), at(1).subject("Rechnung März")
                .text("We met on the ferry.").from("Carol Danvers <carol.d@fliers.example.org>")
                .attached("tower-map.pdf", "application/pdf"));
        world().deliver(account, world().folder(account, MailboxRole.SENT, "Sent"), at(2));

        for (var typed : List.of("rechnung", "FERRY", "danvers", "carol.d@fliers.example.org", "fliers", "tower",
                "tower-map.pdf", "ferry rechnung carol map"))
            assertThat(find(account, typed)).as(typed).containsExactly(email.id());
        assertThat(find(account, "ferr")).isEmpty();
        assertThat(find(account, "ferry train")).isEmpty();
    }

    @Test
    default void tells_what_was_found() {
        var account = world().accountOf(world().somebody());
        var email = world().deliver(account, world().inbox(account), at(1).named("a@example.org", "b@example.org"));

        var found = find(account.owner(), new SearchRequest(
                SearchQuery.of("noon"), SearchOrder.NEWEST, SearchPosition.START, 10));

        assertThat(found.hits()).containsExactly(new SearchHit(email.id(), email.thread(), account.id(),
                email.message().headers().messageId(), email.message().headers().subject(),
                email.message().headers().from(), email.receivedAt(), email.preview(), email.message().text(), true,
                false, false, 0));
    }

    @Test
    default void looks_in_one_account_or_in_all() {
        var ada = world().somebody();
        var first = world().accountOf(ada);
        var second = world().accountOf(ada);
        world().deliver(first, world().inbox(first), at(1).subject("Ferry"));
        var wanted = world().deliver(second, world().inbox(second), at(2).subject("Ferry"));

        var found = find(ada, new SearchRequest(
                SearchQuery.of("ferry"), SearchOrder.NEWEST, SearchPosition.START, 10, Set.of(second.id())));

        assertThat(found.hits()).extracting(SearchHit::id).containsExactly(wanted.id());
        assertThat(found.total()).isEqualTo(1);
        assertThat(find(first, "ferry")).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
            "Der Müller mag Größe, MULLER", "Der Müller mag Größe, größe", "Der Müller mag Größe, GROSSE",
            "un été à l’Opéra, opera", "Cafe\u0301 Søren, 'café soren'", "Ежедневный отчёт, отчет",
            "Ежедневный ОТЧЁТ, отчёт", "Καλημέρα κόσμε, ΚΑΛΗΜΕΡΑ", "明日の会議資料です, 会議資料", "明日の会議資料です, 議",
            "请查收附件中的合同, 附件", "ขอบคุณมากครับ, มาก", "학교에서 만나요, 학교", "ﾃｽﾄ を送る, テスト",
            "ＷＩＤＥ letters, wide", "“quoted”—dashed, quoted", "“quoted”—dashed, dashed", "שלום עולם, שלום",
            "see https://www.example.org/path/file_name.html?q=1, path", "see www.example.org/path, example.org",
            "pay -5 or +7.25 or 1e5, 25", "a <b>tag</b> &amp; AT&T, tag", "v1.2.3 4f2a9c, 4f2a9c", "x_y.z, y"
    })
    default void finds_words_of_any_script_without_regard_to_case_and_accents(String text, String typed) {
        var account = world().accountOf(world().somebody());
        var email = world().deliver(account, world().inbox(account), at(1).text(text));

        assertThat(find(account, typed)).containsExactly(email.id());
        assertThat(find(account, "-\"" + typed + "\"")).isEmpty();
    }

    @Test
    default void finds_phrases_only_where_the_words_follow_each_other() {
        var account = world().accountOf(world().somebody());
        var inbox = world().inbox(account);
        var phrase = world().deliver(account, inbox, at(1).text("the quick brown fox"));
        var scattered = world().deliver(account, inbox, at(2).text("brown and quick"));

        assertThat(find(account, "\"quick brown\"")).containsExactly(phrase.id());
        assertThat(find(account, "quick brown")).containsExactly(scattered.id(), phrase.id());
        assertThat(find(account, "quick -\"quick, brown\"")).containsExactly(scattered.id());
        assertThat(find(account, "請収 明 会議")).isEmpty();
    }

    @Test
    default void no_phrase_reaches_from_one_part_of_a_message_into_another() {
        var account = world().accountOf(world().somebody());
        world().deliver(account, world().inbox(account), at(1).subject("one two").text("three four")
                .from("Five Six <seven@example.org>").attached("eight.pdf", "application/pdf"));

        for (var typed : List.of("two three", "four five", "two five", "org three", "org eight", "pdf three"))
            assertThat(find(account, "\"" + typed + "\"")).as(typed).isEmpty();
        assertThat(find(account, "\"one two\" \"three four\" \"six seven\"")).hasSize(1);
    }

    @Test
    default void leaves_out_what_must_not_occur() {
        var account = world().accountOf(world().somebody());
        var inbox = world().inbox(account);
        var plain = world().deliver(account, inbox, at(1).text("tea"));
        world().deliver(account, inbox, at(2).text("tea milk"));

        assertThat(find(account, "tea -milk")).containsExactly(plain.id());
        assertThat(find(account, "-milk")).containsExactly(plain.id());
    }

    @Test
    default void finds_beginnings_of_words_when_asked_to() {
        var account = world().accountOf(world().somebody());
        var email = world().deliver(account, world().inbox(account), at(1).text("Invoicing, Übermorgen"));

        assertThat(find(account, "invoi*")).containsExactly(email.id());
        assertThat(find(account, "uberm*")).containsExactly(email.id());
        assertThat(find(account, "nvoic*")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-", "\"", "***", "& | ! ( ) : * <-> \\ '", "%", "_", "🦆", "\u0000", "';--",
            "\ud800"})
    default void finds_nothing_without_complaint_when_no_word_was_typed(String typed) {
        var account = world().accountOf(world().somebody());
        world().deliver(account, world().inbox(account), at(1));

        assertThat(find(account, typed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "lunch & !noon", "lunch:*", "'lunch'", "lunch | x'y", "(lunch", "lunch <-> noon", "$1 \\lunch",
            "lunch\u0000",
            "lunch:ABCD", "!!lunch", "a'b'' lunch\\", "lunch\tnoon\n", "🦆 lunch"
    })
    default void takes_operators_of_other_languages_for_what_they_are_here(String typed) {
        var account = world().accountOf(world().somebody());
        world().deliver(account, world().inbox(account), at(1));

        assertThat(find(account, typed)).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    default void goes_on_behind_a_position_and_always_knows_the_total() {
        var account = world().accountOf(world().somebody());
        var batch = new EmailBuilder[25];
        // several at the same time: their ids part them
        for (int i = 0; i < batch.length; i++) batch[i] = at(i / 3).text("duck " + i);
        var all = Set.copyOf(world().deliverAll(account, world().inbox(account), batch).stream()
                .map(Email::id).toList());

        for (var order : SearchOrder.values()) {
            var found = new ArrayList<EmailId>();
            var after = SearchPosition.START;
            EmailIndex.Found part;
            do {
                part = find(account.owner(), new SearchRequest(SearchQuery.of("duck"), order, after, 7));
                assertThat(part.total()).isEqualTo(25);
                part.hits().forEach(it -> found.add(it.id()));
                after = SearchPosition.of(part.hits().getLast().position().token());
            } while (part.more());
            var behind = find(account.owner(), new SearchRequest(SearchQuery.of("duck"), order, after, 7));

            assertThat(found).hasSize(25).hasSameElementsAs(all);
            assertThat(behind).isEqualTo(new EmailIndex.Found(List.of(), 25, false));
        }
    }

    @Test
    default void lists_the_weightiest_first_when_asked_to() {
        var account = world().accountOf(world().somebody());
        var inbox = world().inbox(account);
        var subject = world().deliver(account, inbox, at(1).subject("Harbour").text("ship"));
        var text = world().deliver(account, inbox, at(2).text("harbour"));

        var best = find(account.owner(), new SearchRequest(
                SearchQuery.of("harbour"), SearchOrder.RELEVANCE, SearchPosition.START, 10));

        assertThat(best.hits()).extracting(SearchHit::id).containsExactly(subject.id(), text.id());
        assertThat(find(account, "harbour")).containsExactly(text.id(), subject.id());
    }

    @Test
    default void leaves_out_what_only_junk_and_trash_show() {
        var account = world().accountOf(world().somebody());
        var inbox = world().inbox(account);
        var trash = world().folder(account, MailboxRole.TRASH, "Trash");
        var kept = world().deliver(account, inbox, at(1).text("orchid"));
        var moved = world().deliver(account, world().folder(account, MailboxRole.ARCHIVE, "Archive"),
                at(2).text("orchid"));
        world().deliver(account, world().folder(account, MailboxRole.JUNK, "Junk"), at(3).text("orchid"));
        var binned = world().deliver(account, trash, at(4).text("orchid"));
        assertThat(find(account, "orchid")).containsExactly(moved.id(), kept.id());

        world().show(account, inbox, binned.id());
        world().show(account, trash, kept.id());
        assertThat(find(account, "orchid")).containsExactly(binned.id(), moved.id(), kept.id());

        world().empty(account, inbox);
        assertThat(find(account, "orchid")).containsExactly(moved.id());
    }

    @Test
    default void forgets_what_was_deleted() {
        var account = world().accountOf(world().somebody());
        var inbox = world().inbox(account);
        world().deliver(account, inbox, at(1).text("papyrus"));
        assertThat(find(account, "papyrus")).hasSize(1);

        world().empty(account, inbox);

        assertThat(find(account, "papyrus")).isEmpty();
    }

    @Test
    default void finds_mail_of_all_accounts_of_a_person_and_nothing_of_anybody_else() {
        var ada = world().somebody();
        var first = world().accountOf(ada);
        var second = world().accountOf(ada);
        var one = world().deliver(first, world().inbox(first), at(1).text("kingfisher"));
        var two = world().deliver(second, world().inbox(second), at(2).text("kingfisher"));
        var eve = world().accountOf(world().somebody());
        var hers = world().deliver(eve, world().inbox(eve), at(3).text("kingfisher"));

        assertThat(find(first, "kingfisher")).containsExactly(two.id(), one.id());
        assertThat(find(eve, "kingfisher")).containsExactly(hers.id());
        assertThat(find(world().accountOf(world().somebody()), "kingfisher")).isEmpty();
        assertThat(find(world().accountOf(world().somebody()), "-nothing" + UUID.randomUUID())).isEmpty();
    }

    @Test
    default void stores_and_finds_mail_however_long_or_odd_its_text_is() {
        var account = world().accountOf(world().somebody());
        var inbox = world().inbox(account);
        var random = new StringBuilder("first ");
        for (int i = 0; i < 200_000; i++) random.append(Integer.toString(i * 7919, 36)).append(' ');
        var odd = List.of(
                random.toString(),
                "first " + "x".repeat(3_000_000),
                "first " + "会".repeat(500_000),
                "first " + "\uFDFA ".repeat(200_000),
                "first \u0001\uFFFE\uFFFF\u200b\u202e \\ ' \" : & | ! ( ) * <->",
                "first " + "é".repeat(5_000) + " \uFFFD");
        for (int i = 0; i < odd.size(); i++)
            world().deliver(account, inbox, at(i).text(odd.get(i)));

        assertThat(find(account, "first")).hasSize(odd.size());
    }
}
