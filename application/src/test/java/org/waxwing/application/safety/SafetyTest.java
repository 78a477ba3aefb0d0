package org.waxwing.application.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waxwing.domain.world.EmailBuilder.anEmail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.waxwing.application.mailbox.OpenConversation;
import org.waxwing.application.world.House;
import org.waxwing.domain.account.Account;
import org.waxwing.domain.authenticity.Authentication;
import org.waxwing.domain.authenticity.Authentication.Standing;
import org.waxwing.domain.authenticity.Hint;
import org.waxwing.domain.authenticity.Outcome;
import org.waxwing.domain.authenticity.Report;
import org.waxwing.domain.authenticity.Testimony;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.images.ImageFetcher;
import org.waxwing.domain.images.ImageSeal;
import org.waxwing.domain.mailbox.Email;
import org.waxwing.domain.mailbox.Mailbox;
import org.waxwing.domain.screening.Correspondence;
import org.waxwing.domain.world.EmailBuilder;
import org.waxwing.domain.world.PlainMessageParser;

class SafetyTest {
    private static final String PICTURE = "https://example.org/a.png";
    private final House house = new House();
    private final Account account = house.connected();
    private final Mailbox inbox = house.world().inbox(account);
    private final PersonId owner = account.owner();
    private final ImageSeal seal = (person, address) -> "sealed " + person + address;
    private final List<String> fetched = new ArrayList<>();

    private Email deliver(EmailBuilder mail) {
        return house.world().deliver(account, inbox, mail);
    }

    private AssessThread.Assessment assess(Email email) {
        var opened = new OpenConversation(
                house.transactions(), house.world().accounts(), house.world().reader(), house.world().book())
                .open(owner, new OpenConversation.Wanted.Latest(email.thread())).orElseThrow();
        var examine = new ExamineMail(house.transactions(), house.world().accounts(), house.world().testimonies(),
                house.blobs(), new PlainMessageParser());
        return new AssessThread(house.transactions(), examine, house.world().accounts(), house.world().people(),
                house.world().book()).assess(
                        owner, opened.outline().account(), opened.open(), opened.writers());
    }

    private static Standing standing(AssessThread.Assessment assessment, Email email) {
        return assessment.authentication().getOrDefault(email.id(), Authentication.UNKNOWN).standing();
    }

    private ShowRemoteImage showing(ImageFetcher.Result result, int perMinute) {
        return new ShowRemoteImage(seal, address -> {
            assertThat(house.world().isInTransaction()).isFalse();
            fetched.add(address);
            return result;
        }, house.clock(), perMinute);
    }

    @Test
    void believes_what_was_testified_at_arrival() {
        var email = deliver(anEmail().testified(Testimony.of(List.of(new Report("mx.example.org", 1, Outcome.PASS, "",
                Outcome.NONE, "", Outcome.FAIL, "example.org")))));

        var assessment = assess(email);

        assertThat(standing(assessment, email)).isEqualTo(Standing.FAILED);
        assertThat(assessment.hints().get(email.id())).containsExactly(new Hint.NotTheirs("example.org"));
    }

    @Test
    void looks_into_mail_that_nobody_has_looked_at_and_remembers() throws IOException {
        var mail = anEmail().testified(Testimony.NOT_EXAMINED);
        house.blobs().store(account.id(), new ByteArrayInputStream(mail.source()));
        var email = deliver(mail);

        assertThat(standing(assess(email), email)).isEqualTo(Standing.UNKNOWN);
        assertThat(house.as(owner, () -> house.world().reader().email(email.id())).orElseThrow().authentication()
                .standing()).isEqualTo(Standing.UNKNOWN);
    }

    @Test
    void says_nothing_where_the_source_is_gone() {
        var email = deliver(anEmail().testified(Testimony.NOT_EXAMINED));

        assertThat(standing(assess(email), email)).isEqualTo(Standing.UNKNOWN);
    }

    @Test
    void knows_whom_the_reader_writes_to() {
        var earlier = deliver(anEmail());
        house.as(owner, () -> {
            house.world().book().note(account.id(), Set.of(new Correspondence(earlier.id(),
                    EmailAddress.of("h@hafenamt.example"), Correspondence.Direction.SENT, earlier.receivedAt())));
            return true;
        });
        var posing = deliver(anEmail().from("H <h@hafenammt.example>"));
        var known = deliver(anEmail().from("H <h@hafenamt.example>"));

        assertThat(assess(posing).hints().get(posing.id()))
                .containsExactly(new Hint.LooksLike("hafenammt.example", "hafenamt.example"));
        assertThat(assess(known).hints()).isEqualTo(Map.of(known.id(), List.of()));
    }

    @Test
    void fetches_a_picture_only_with_its_seal() {
        var show = showing(new ImageFetcher.Result.Fetched("image/png", 0, () -> new ByteArrayInputStream(new byte[0])),
                9);
        var eve = house.world().somebody();

        assertThat(show.show(owner, PICTURE, seal.of(owner, PICTURE))).isInstanceOf(ShowRemoteImage.Result.Shown.class);
        assertThat(show.show(eve, PICTURE, seal.of(owner, PICTURE)))
                .isInstanceOf(ShowRemoteImage.Result.NotSealed.class);
        assertThat(show.show(owner, PICTURE + "?x", seal.of(owner, PICTURE)))
                .isInstanceOf(ShowRemoteImage.Result.NotSealed.class);
        assertThat(fetched).containsExactly(PICTURE);
    }

    @Test
    void says_why_there_is_no_picture() {
        var proof = seal.of(owner, PICTURE);

        assertThat(showing(new ImageFetcher.Result.Forbidden(), 9).show(owner, PICTURE, proof))
                .isInstanceOf(ShowRemoteImage.Result.NotThere.class);
        assertThat(showing(new ImageFetcher.Result.NotAPicture(), 9).show(owner, PICTURE, proof))
                .isInstanceOf(ShowRemoteImage.Result.NotThere.class);
        assertThat(showing(new ImageFetcher.Result.Unreachable(), 9).show(owner, PICTURE, proof))
                .isInstanceOf(ShowRemoteImage.Result.Unreachable.class);
    }

    @Test
    void lets_nobody_fetch_without_end() {
        var show = showing(new ImageFetcher.Result.Unreachable(), 2);
        var proof = seal.of(owner, PICTURE);
        show.show(owner, PICTURE, proof);
        show.show(owner, PICTURE, proof);

        assertThat(show.show(owner, PICTURE, proof)).isInstanceOf(ShowRemoteImage.Result.TooMany.class);
        house.clock().pass(Duration.ofMinutes(1));
        assertThat(show.show(owner, PICTURE, proof)).isInstanceOf(ShowRemoteImage.Result.Unreachable.class);
    }

    @Test
    void keeps_whose_pictures_are_always_shown() {
        var trust = new TrustImages(house.transactions(), house.world().imageTrust(), house.clock());
        var list = new ListTrustedSenders(house.transactions(), house.world().imageTrust());
        var bob = EmailAddress.of("bob@example.org");

        assertThat(trust.decide(owner, bob, TrustImages.Decision.ALWAYS)).isTrue();
        assertThat(list.list(owner)).extracting(it -> it.sender()).containsExactly(bob);
        assertThat(trust.decide(owner, bob, TrustImages.Decision.NO_LONGER)).isTrue();
        assertThat(list.list(owner)).isEmpty();
        assertThat(trust.decide(owner, EmailAddress.of("nobody"), TrustImages.Decision.ALWAYS)).isFalse();
    }
}
