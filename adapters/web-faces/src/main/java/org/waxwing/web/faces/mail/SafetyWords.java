package org.waxwing.web.faces.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.waxwing.domain.authenticity.Authentication;
import org.waxwing.domain.authenticity.Authentication.Standing;
import org.waxwing.domain.authenticity.Hint;
import org.waxwing.domain.authenticity.Outcome;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.web.faces.Phrases;

/** Puts what was found out about a sender into words. */
record SafetyWords(Phrases phrases) {
    Safety of(EmailAddress from, Authentication authentication, List<Hint> hints) {
        var standing = authentication.standing();
        boolean silent = isSilent(standing);
        return new Safety(
                style(standing),
                word(standing),
                meaning(standing, from.domain()),
                silent ? List.of() : checks(authentication),
                hints.stream().map(this::sentence).toList(),
                hints.stream().anyMatch(Hint::isGrave),
                from.isDeliverable() ? from.key() : "");
    }

    /** The name of a standing for the looks; empty when nothing is known. */
    String style(Standing standing) {
        return isSilent(standing) ? "" : standing.name().toLowerCase(Locale.ROOT);
    }

    /** What a standing is called; empty when nothing is known. */
    String word(Standing standing) {
        return switch (standing) {
            case VERIFIED -> phrases.of("safety.verified");
            case UNVERIFIED -> phrases.of("safety.unverified");
            case FAILED -> phrases.of("safety.failed");
            case UNKNOWN, NOT_EXAMINED -> "";
        };
    }

    private static boolean isSilent(Standing standing) {
        return standing == Standing.UNKNOWN || standing == Standing.NOT_EXAMINED;
    }

    private String meaning(Standing standing, String domain) {
        return switch (standing) {
            case VERIFIED -> phrases.of("safety.verified.sentence", domain);
            case UNVERIFIED -> phrases.of("safety.unverified.sentence", domain);
            case FAILED -> phrases.of("safety.failed.sentence", domain);
            case UNKNOWN, NOT_EXAMINED -> "";
        };
    }

    private List<Safety.Check> checks(Authentication it) {
        var checks = new ArrayList<Safety.Check>();
        add(checks, "SPF", it.spf(), "");
        add(checks, "DKIM", it.dkim(), it.signer());
        add(checks, "DMARC", it.dmarc(), "");
        if (!it.server().isEmpty()) checks.add(new Safety.Check(phrases.of("safety.server"), it.server()));
        return checks;
    }

    private void add(List<Safety.Check> checks, String name, Outcome outcome, String detail) {
        if (outcome == Outcome.UNKNOWN) return;
        checks.add(new Safety.Check(name, detail.isEmpty() ? word(outcome) : word(outcome) + " · " + detail));
    }

    private String word(Outcome outcome) {
        return switch (outcome) {
            case UNKNOWN -> "";
            case NONE -> phrases.of("safety.outcome.none");
            case PASS -> phrases.of("safety.outcome.pass");
            case FAIL -> phrases.of("safety.outcome.fail");
            case SOFTFAIL -> phrases.of("safety.outcome.softfail");
            case NEUTRAL -> phrases.of("safety.outcome.neutral");
            case POLICY -> phrases.of("safety.outcome.policy");
            case TEMPERROR -> phrases.of("safety.outcome.temperror");
            case PERMERROR -> phrases.of("safety.outcome.permerror");
        };
    }

    private String sentence(Hint hint) {
        return switch (hint) {
            case Hint.NotTheirs(var domain) -> phrases.of("safety.hint.not-theirs", domain);
            case Hint.NameIsAnotherAddress(var shown, var real) -> phrases.of("safety.hint.other-address", shown, real);
            case Hint.LooksLike(var domain, var known) -> phrases.of("safety.hint.looks-like", domain, known);
            case Hint.StrangeLetters(var shown, var ascii) -> phrases.of("safety.hint.strange-letters", shown, ascii);
            case Hint.CarriesYourName(var name, var address) -> phrases.of("safety.hint.your-name", name, address);
            case Hint.AnswersElsewhere(var to, var from) -> phrases.of("safety.hint.answers-elsewhere", to, from);
            case Hint.AsksForSecrets() -> phrases.of("safety.hint.secrets");
            case Hint.AsksForMoney() -> phrases.of("safety.hint.money");
        };
    }
}
