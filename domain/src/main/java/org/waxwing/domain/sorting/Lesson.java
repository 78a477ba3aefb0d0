package org.waxwing.domain.sorting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.signs.Sign;
import org.waxwing.domain.signs.Signs;
import org.waxwing.domain.signs.Template;

/**
 * What a person has decided about where mail belongs, and for which mail that holds.
 *
 * @param at when it was taught; of two about the same, the newer one holds
 */
public record Lesson(LessonId id, Scope scope, Category category, Instant at) {
    /** Which mail a lesson is about. From the narrowest to the widest, in this order. */
    public sealed interface Scope {
        /** This message alone. */
        record OfMessage(EmailId email) implements Scope {
            @Override
            public List<String> words() {
                return List.of("message", "");
            }
        }

        /** What this sender makes from this form. */
        record OfKind(String address, Template template) implements Scope {
            public OfKind {
                address = address.toLowerCase(Locale.ROOT);
                if (!template.isMeaningful())
                    throw new IllegalArgumentException("What was written by hand is of no kind");
            }

            @Override
            public List<String> words() {
                return List.of("kind", address);
            }
        }

        /** Everything from this address. */
        record OfSender(String address) implements Scope {
            public OfSender {
                address = address.toLowerCase(Locale.ROOT);
                if (address.isEmpty()) throw new IllegalArgumentException("Nobody has no address");
            }

            @Override
            public List<String> words() {
                return List.of("sender", address);
            }
        }

        /** Everything from this domain. */
        record OfDomain(String domain) implements Scope {
            public OfDomain {
                domain = domain.toLowerCase(Locale.ROOT);
                if (domain.isEmpty() || domain.indexOf('@') >= 0)
                    throw new IllegalArgumentException("Not a domain: " + domain);
            }

            @Override
            public List<String> words() {
                return List.of("domain", domain);
            }
        }

        /** Arguments of the sentence that tells it: the kind of scope in one word, and whom it is about. */
        List<String> words();

        /** Whether it is about whatever somebody sends. */
        default boolean isWide() {
            return this instanceof OfSender || this instanceof OfDomain;
        }
    }

    /** Whether this is about that message. */
    public boolean isAbout(EmailId email, EmailAddress from, Template template) {
        return switch (scope) {
            case Scope.OfMessage(var one) -> one.equals(email);
            case Scope.OfKind(var address, var form) -> address.equals(from.key()) && form.isSameKindAs(template);
            case Scope.OfSender(var address) -> address.equals(from.key());
            case Scope.OfDomain(var domain) -> domain.equals(from.domain());
        };
    }

    /**
     * For which mail a correction of this message can be meant; the first is what is meant when nothing is said: the kind
     * where there is one, so that a sender's receipts and newsletters can part, else whatever the sender writes. The
     * domain is offered where it belongs to somebody.
     */
    public static List<Scope> scopes(EmailId email, EmailAddress from, Signs signs) {
        var scopes = new ArrayList<Scope>();
        if (from.isDeliverable() && signs.template().isMeaningful())
            scopes.add(new Scope.OfKind(from.key(), signs.template()));
        if (from.isDeliverable()) scopes.add(new Scope.OfSender(from.key()));
        scopes.add(new Scope.OfMessage(email));
        if (from.isDeliverable() && !signs.has(Sign.FREE_MAIL)) scopes.add(new Scope.OfDomain(from.domain()));
        return scopes;
    }
}
