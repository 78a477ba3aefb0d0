package org.waxwing.domain.authenticity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.waxwing.domain.authenticity.Authentication.Standing;

/** The headers are those of large providers, with other names in them. */
class AuthenticationTest {
    private static final TrustedServers OURS = TrustedServers.of("imap.waxwing.example", "waxwing.example");

    /** From top to bottom; a line without a colon is a Received header. */
    private static Testimony testimony(String... lines) {
        var fields = new ArrayList<Testimony.Field>();
        for (var line : lines)
            fields.add(line.equals("received")
                    ? new Testimony.Field("received", "from a by b")
                    : new Testimony.Field("authentication-results", line));
        return Testimony.read(fields);
    }

    private static Authentication of(TrustedServers servers, String from, String... lines) {
        return Authentication.of(testimony(lines), servers, from);
    }

    @Test
    void believes_the_server_of_the_account() {
        var found = of(OURS, "example.org", "received",
                "mx1.waxwing.example; spf=pass (ok) smtp.mailfrom=bob@example.org;"
                        + " dkim=pass (2048-bit key; secure) header.d=example.org header.s=x; dmarc=pass (p=none) header.from=example.org");

        assertThat(found).isEqualTo(new Authentication(Standing.VERIFIED, Outcome.PASS, Outcome.PASS, Outcome.PASS,
                "mx1.waxwing.example", "example.org"));
    }

    @Test
    void believes_nobody_else() {
        assertThat(of(OURS, "example.org", "mx.evil.example; dmarc=pass header.from=example.org")).isEqualTo(
                Authentication.UNKNOWN);
        assertThat(of(OURS, "example.org", "waxwing.example.evil.test; dmarc=pass")).isEqualTo(Authentication.UNKNOWN);
        assertThat(of(OURS, "example.org", "notwaxwing.example; dmarc=pass")).isEqualTo(Authentication.UNKNOWN);
        assertThat(of(OURS, "example.org", "dmarc=pass header.from=example.org")).isEqualTo(Authentication.UNKNOWN);
        assertThat(of(OURS, "example.org")).isEqualTo(Authentication.UNKNOWN);
    }

    @Test
    void lets_nothing_from_further_down_fill_a_gap() {
        var found = of(OURS, "bank.example",
                "received", "mx.waxwing.example; spf=fail smtp.mailfrom=evil.example",
                "received", "mx.waxwing.example; dkim=pass header.d=bank.example; dmarc=pass header.from=bank.example");

        assertThat(found.standing()).isEqualTo(Standing.UNVERIFIED);
        assertThat(found.dmarc()).isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void puts_together_what_one_server_wrote_in_several_headers() {
        var found = of(OURS, "example.org",
                "mx.waxwing.example; dmarc=pass header.from=example.org",
                "mx.waxwing.example; dkim=fail header.d=list.example; dkim=pass header.d=example.org",
                "mx.waxwing.example; spf=softfail smtp.mailfrom=list.example", "received");

        assertThat(found).isEqualTo(new Authentication(Standing.VERIFIED, Outcome.SOFTFAIL, Outcome.PASS, Outcome.PASS,
                "mx.waxwing.example", "example.org"));
    }

    @Test
    void knows_how_large_providers_call_their_servers() {
        var gmail = TrustedServers.of("imap.gmail.com", "gmail.com");
        var hosted = TrustedServers.of("imap.gmail.com", "waxwing.example");
        var microsoft = TrustedServers.of("outlook.office365.com", "waxwing.example");
        var apple = TrustedServers.of("imap.mail.me.com", "icloud.com");
        var google = "mx.google.com; dkim=pass header.i=@example.org header.s=a header.b=b; spf=pass (google.com: domain of"
                + " bob@example.org designates 192.0.2.1 as permitted sender) smtp.mailfrom=bob@example.org;"
                + " dmarc=pass (p=REJECT sp=REJECT dis=NONE) header.from=example.org";
        var outlook = "spf=pass (sender IP is 192.0.2.1) smtp.mailfrom=example.org; dkim=pass (signature was verified)"
                + " header.d=example.org;dmarc=pass action=none header.from=example.org;compauth=pass reason=100";

        assertThat(of(gmail, "example.org", "received", "received", google).standing()).isEqualTo(Standing.VERIFIED);
        assertThat(of(hosted, "example.org", "received", google).standing()).isEqualTo(Standing.VERIFIED);
        assertThat(of(microsoft, "example.org", outlook).standing()).isEqualTo(Standing.VERIFIED);
        assertThat(of(gmail, "example.org", outlook).standing()).isEqualTo(Standing.UNKNOWN);
        assertThat(of(apple, "example.org", "bimi.icloud.com; bimi=none",
                "dmarc.icloud.com; dmarc=pass header.from=example.org")
                .standing()).isEqualTo(Standing.VERIFIED);
    }

    @Test
    void says_that_it_is_not_theirs_when_the_policy_of_the_domain_fails() {
        assertThat(of(OURS, "bank.example", "mx.waxwing.example; dkim=pass header.d=evil.example;"
                + " dmarc=fail (p=reject) header.from=bank.example").standing()).isEqualTo(Standing.FAILED);
    }

    @Test
    void goes_by_the_signature_or_the_envelope_where_the_domain_has_no_policy() {
        assertThat(of(OURS, "news.example.org", "mx.waxwing.example; dkim=pass header.d=example.org; dmarc=none")
                .standing()).isEqualTo(Standing.VERIFIED);
        assertThat(of(OURS, "example.org", "mx.waxwing.example; spf=pass smtp.mailfrom=b@m.example.org; dkim=none")
                .standing())
                .isEqualTo(Standing.VERIFIED);
        assertThat(of(OURS, "example.org", "mx.waxwing.example; dkim=pass header.d=mailer.example; spf=pass"
                + " smtp.mailfrom=mailer.example").standing()).isEqualTo(Standing.UNVERIFIED);
        assertThat(of(OURS, "example.org", "mx.waxwing.example; none").standing()).isEqualTo(Standing.UNVERIFIED);
    }

    @Test
    void is_not_taken_in_by_a_pass_for_another_sender() {
        assertThat(of(OURS, "bank.example", "mx.waxwing.example; dmarc=pass header.from=evil.example").standing())
                .isEqualTo(Standing.UNVERIFIED);
    }

    @Test
    void is_not_taken_in_by_comments_quotes_and_nonsense() {
        assertThat(of(OURS, "example.org", "mx.waxwing.example (; dmarc=pass header.from=example.org); spf=fail")
                .standing())
                .isEqualTo(Standing.UNVERIFIED);
        assertThat(of(OURS, "example.org", "mx.waxwing.example 1; dmarc=pass (a (b) \\) c) header.from=example.org")
                .standing()).isEqualTo(Standing.VERIFIED);
        for (var broken : List.of("", ";", ";;;=;", "(((", "\"", "mx.waxwing.example; =pass; dmarc=; dmarc",
                "x".repeat(20_000), "mx.waxwing.example evil; dmarc=pass"))
            assertThat(of(OURS, "example.org", broken).standing()).isIn(Standing.UNKNOWN, Standing.UNVERIFIED);
    }

    @Test
    void does_not_say_anything_before_anybody_has_looked() {
        assertThat(Authentication.of(Testimony.NOT_EXAMINED, OURS, "example.org").standing())
                .isEqualTo(Standing.NOT_EXAMINED);
    }

    @Test
    void trusts_no_server_by_a_number() {
        assertThat(TrustedServers.of("127.0.0.1", "waxwing.example").names()).containsExactly("waxwing.example");
    }
}
