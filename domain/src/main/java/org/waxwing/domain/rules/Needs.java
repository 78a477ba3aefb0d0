package org.waxwing.domain.rules;

import java.util.Collection;
import java.util.List;

/**
 * What has to be read of a message before rules can be asked about it, beyond what every list of messages has.
 *
 * @param words what it says
 * @param fields its header fields
 * @param sender what is known of who wrote it
 */
public record Needs(boolean words, boolean fields, boolean sender) {
    /** Nothing more. */
    public static final Needs NONE = new Needs(false, false, false);

    /** What these rules need, whether they are switched on or not. They are sound, or may be nested too deeply. */
    public static Needs of(Collection<Rule> rules) {
        var needs = NONE;
        for (var rule : rules) needs = needs.and(of(rule.condition()));
        return needs;
    }

    private static Needs of(Condition condition) {
        return switch (condition) {
            case Condition.All(var all) -> of(all);
            case Condition.Any(var any) -> of(any);
            case Condition.Not(var not) -> of(not);
            case Condition.Body it -> new Needs(true, false, false);
            case Condition.InLanguage it -> new Needs(true, false, false);
            case Condition.Header it -> new Needs(false, true, false);
            case Condition.HeaderPresent it -> new Needs(false, true, false);
            case Condition.MailingList it -> new Needs(false, true, false);
            case Condition.FirstTimeSender it -> new Needs(false, false, true);
            case Condition.KnownSender it -> new Needs(false, false, true);
            case Condition.Leaf it -> NONE;
        };
    }

    private static Needs of(List<Condition> conditions) {
        var needs = NONE;
        for (var it : conditions) needs = needs.and(of(it));
        return needs;
    }

    /** What both need. */
    public Needs and(Needs other) {
        return new Needs(words || other.words, fields || other.fields, sender || other.sender);
    }
}
