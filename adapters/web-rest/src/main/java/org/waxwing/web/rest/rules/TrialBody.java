package org.waxwing.web.rest.rules;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.waxwing.application.rules.Books;
import org.waxwing.application.rules.TryRule;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.rules.Rule;
import org.waxwing.domain.rules.RuleId;
import org.waxwing.domain.rules.dryrun.DryRunReport;
import org.waxwing.domain.rules.dryrun.StoredMail;
import org.waxwing.domain.rules.dryrun.Tally;
import org.waxwing.web.rest.mailbox.AddressBody;

/**
 * What a rule would do to mail that is there.
 *
 * @param looked how many messages were looked at, latest first
 * @param total how many there are
 * @param complete whether all were looked at; it ends when it takes too long
 * @param matched those the rule matches and that come as far as to it
 * @param unreached those it matches and that a rule before it stops
 * @param open those of which a model would have to be asked
 * @param outcomes one for each action
 * @param conflicts what this rule and another want of the same messages, where only one can be
 * @param againstHand where an action would undo what was done by hand
 */
@Schema(name = "RulePreview")
public record TrialBody(
        long looked,
        long total,
        boolean complete,
        Messages matched,
        List<Unreached> unreached,
        Messages open,
        List<Outcome> outcomes,
        List<Conflict> conflicts,
        List<AgainstHand> againstHand) {
    /** How many messages, and some of them. */
    @Schema(name = "RulePreviewMessages")
    public record Messages(long count, List<Sample> samples) {
        public Messages {
            samples = List.copyOf(samples);
        }
    }

    /** One of them. */
    @Schema(name = "RulePreviewMessage")
    public record Sample(
            String id, String accountId, List<AddressBody> from, String subject, Instant receivedAt) {
        public Sample {
            from = List.copyOf(from);
        }

        static Sample of(StoredMail mail) {
            return new Sample(mail.email().toString(), mail.account().toString(), AddressBody.of(mail.from()),
                    mail.subject().value(), mail.receivedAt());
        }
    }

    /** Another rule. */
    @Schema(name = "RuleName")
    public record Other(String id, String name) {}

    /** Messages that a rule before this one stops. */
    @Schema(name = "RulePreviewUnreached")
    public record Unreached(Other stoppedBy, Messages messages) {}

    /** What an action comes to: to how many it is done, and how many would then be different. */
    @Schema(name = "RulePreviewOutcome")
    public record Outcome(
            @Schema(type = SchemaType.OBJECT) @JsonRawValue String action, Messages done, Messages changed) {}

    /**
     * Messages of which two rules want different things.
     *
     * @param wins whether it is this rule's action that is done
     */
    @Schema(name = "RulePreviewConflict")
    public record Conflict(
            @Schema(type = SchemaType.OBJECT) @JsonRawValue String action,
            Other other,
            @Schema(type = SchemaType.OBJECT) @JsonRawValue String otherAction,
            boolean wins,
            Messages messages) {}

    /** Messages for which an action is not what their owner did. */
    @Schema(name = "RulePreviewAgainstHand")
    public record AgainstHand(
            @Schema(type = SchemaType.OBJECT) @JsonRawValue String action, Messages messages) {}

    public TrialBody {
        unreached = List.copyOf(unreached);
        outcomes = List.copyOf(outcomes);
        conflicts = List.copyOf(conflicts);
        againstHand = List.copyOf(againstHand);
    }

    static TrialBody of(TryRule.Result.Tried tried, Books books) {
        var report = tried.report();
        Function<Tally, Messages> messages = it -> messages(it, tried.samples());
        Function<RuleId, Other> other = id -> new Other(id.toString(), books.rule(id).map(Rule::name).orElse(""));
        return new TrialBody(
                report.looked(),
                tried.total(),
                tried.complete(),
                messages.apply(report.matched()),
                report.unreached().stream()
                        .map(it -> new Unreached(other.apply(it.stoppedBy()), messages.apply(it.messages())))
                        .toList(),
                messages.apply(report.open()),
                report.outcomes().stream()
                        .map(it -> new Outcome(RuleText.json(it.action()), messages.apply(it.done()),
                                messages.apply(it.changed())))
                        .toList(),
                report.clashes().stream().map(it -> conflict(it, other, messages)).toList(),
                report.againstHand().stream()
                        .map(it -> new AgainstHand(RuleText.json(it.action()), messages.apply(it.messages())))
                        .toList());
    }

    private static Conflict conflict(
            DryRunReport.Clash clash, Function<RuleId, Other> other, Function<Tally, Messages> messages) {
        return new Conflict(
                RuleText.json(clash.action()), other.apply(clash.other()), RuleText.json(clash.otherAction()),
                clash.wins(), messages.apply(clash.messages()));
    }

    private static Messages messages(Tally tally, Map<EmailId, StoredMail> known) {
        return new Messages(tally.count(), tally.samples().stream()
                .flatMap(it -> Optional.ofNullable(known.get(it)).stream())
                .map(Sample::of)
                .toList());
    }
}
