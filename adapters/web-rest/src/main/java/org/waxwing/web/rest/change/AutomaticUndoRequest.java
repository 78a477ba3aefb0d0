package org.waxwing.web.rest.change;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.waxwing.domain.change.ActionId;
import org.waxwing.domain.change.ActionLog.Automatic;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.rules.RuleId;
import org.waxwing.web.rest.Fields;
import org.waxwing.web.rest.Id;
import org.waxwing.web.rest.problem.ProblemException;

/** Reads which of what rules did is meant. */
final class AutomaticUndoRequest {
    private static final List<String> WAYS = List.of("messageId", "ruleId", "since");

    private AutomaticUndoRequest() {}

    static Automatic of(Fields fields, Clock clock) {
        var named = WAYS.stream().filter(fields::has).toList();
        if (named.size() != 1)
            throw ProblemException.invalid("messageId", "One of messageId, ruleId and since is needed.");
        var way = named.getFirst();
        var value = fields.needed(way);
        var action = fields.text("actionId");
        if (!action.isEmpty() && !way.equals("messageId"))
            fields.wrong("actionId", "This goes together with messageId.");
        fields.check();
        return switch (way) {
            case "messageId" -> {
                var email = Id.of(value, EmailId::of);
                yield action.isEmpty()
                        ? new Automatic.ToMessage(email)
                        : new Automatic.OfAction(Id.of(action, ActionId::of), email);
            }
            case "ruleId" -> new Automatic.ByRule(Id.of(value, RuleId::of).toString());
            default -> new Automatic.Within(
                    time(way, value), fields.has("until") ? time("until", fields.text("until")) : clock.instant());
        };
    }

    private static Instant time(String name, String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw ProblemException.invalid(name, "This has to be a time in UTC, as RFC 3339 writes it.");
        }
    }
}
