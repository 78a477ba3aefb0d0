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
        var standing = switch (authentication.standing()) {
            case VERIFIED -> "verified";
            case UNVERIFIED -> "unverified";
            case FAILED -> "failed";
            case UNKNOWN -> "";
            case NOT_EXAMINED -> "";
        };
        return new Safety(
                standing,
                standing.isEmpty() ? "" : phrases.of("safety." + standing),
                standing.isEmpty() ? "" : phrases.of("safety." + standing + ".sentence", from.domain()),
                standing.isEmpty() ? List.of() : checks(authentication),
                hints.stream().map(this::sentence).toList(),
                authentication.standing() == Standing.FAILED || hints.stream().anyMatch(SafetyWords::isGrave),
                from.isDeliverable() ? from.key() : "");
    }

    private List<Message.Fact> checks(Authentication it) {
        var checks = new ArrayList<Message.Fact>();
        add(checks, "SPF", it.spf(), "");
        add(checks, "DKIM", it.dkim(), it.signer());
        add(checks, "DMARC", it.dmarc(), "");
        if (!it.server().isEmpty()) checks.add(new Message.Fact(phrases.of("safety.server"), it.server()));
        return checks;
    }

    private void add(List<Message.Fact> checks, String name, Outcome outcome, String detail) {
        if (outcome == Outcome.UNKNOWN) return;
        var word = phrases.of("safety.outcome." + outcome.name().toLowerCase(Locale.ROOT));
        checks.add(new Message.Fact(name, detail.isEmpty() ? word : word + " · " + detail));
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

    private static boolean isGrave(Hint hint) {
        return switch (hint) {
            case Hint.NotTheirs(var domain) -> true;
            case Hint.NameIsAnotherAddress(var shown, var real) -> true;
            case Hint.LooksLike(var domain, var known) -> true;
            case Hint.StrangeLetters(var shown, var ascii) -> true;
            case Hint.CarriesYourName(var name, var address) -> false;
            case Hint.AnswersElsewhere(var to, var from) -> false;
            case Hint.AsksForSecrets() -> false;
            case Hint.AsksForMoney() -> false;
        };
    }
}
