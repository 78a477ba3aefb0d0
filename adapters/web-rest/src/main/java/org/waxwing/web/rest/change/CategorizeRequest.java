package org.waxwing.web.rest.change;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.waxwing.application.change.ChangeMail;
import org.waxwing.application.sorting.CorrectSorting;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.mailbox.ThreadId;
import org.waxwing.domain.sorting.Category;
import org.waxwing.web.rest.Fields;
import org.waxwing.web.rest.Id;

/** Reads where somebody says that mail belongs. */
final class CategorizeRequest {
    private static final List<String> SCOPES = List.of("kind", "sender", "message", "domain");
    // what people can have chosen by hand; all of it is looked at one by one
    private static final int MOST = 500;

    private CategorizeRequest() {}

    /** What is wanted of everything in a list. */
    record Whole(ChangeMail.Choice choice, Category category) {}

    /** Whether everything in a list is meant. */
    static boolean isWhole(Fields fields) {
        return fields.has("query");
    }

    /**
     * What these fields want of everything in a list.
     *
     * @throws org.waxwing.web.rest.problem.ProblemException {@code validation}, with everything that is wrong
     */
    static Whole whole(Fields fields) {
        var choice = ActionQuery.of(fields);
        var category = category(fields);
        if (!fields.text("scope").isEmpty()) fields.wrong("scope", "Everything in a list teaches nothing.");
        fields.check();
        return new Whole(choice.orElseThrow(), category.orElseThrow());
    }

    /**
     * The command that these fields spell.
     *
     * @throws org.waxwing.web.rest.problem.ProblemException {@code validation}, with everything that is wrong
     */
    static CorrectSorting.Command of(Fields fields) {
        var threads = fields.texts("threadIds");
        var messages = fields.texts("messageIds");
        if (threads.isEmpty() && messages.isEmpty()) fields.wrong("threadIds", "This or messageIds is needed.");
        if (threads.size() + messages.size() > MOST)
            fields.wrong("threadIds", "At most " + MOST + " conversations and messages at once.");
        var category = category(fields);
        var scope = fields.text("scope");
        if (!scope.isEmpty() && !SCOPES.contains(scope))
            fields.wrong("scope", "This has to be " + String.join(", ", SCOPES) + ".");
        boolean stored = fields.has("stored") && fields.flag("stored");
        fields.check();
        return new CorrectSorting.Command(
                Id.known(threads, ThreadId::of), Id.known(messages, EmailId::of), category.orElseThrow(),
                scope.isEmpty() ? Optional.empty() : Optional.of(scope), stored);
    }

    private static Optional<Category> category(Fields fields) {
        var wanted = fields.needed("category");
        var category = Stream.of(Category.values())
                .filter(it -> it.name().toLowerCase(Locale.ROOT).equals(wanted)).findFirst();
        if (category.isEmpty() && !wanted.isBlank())
            fields.wrong("category", "This has to be imbox, feed or paper_trail.");
        return category;
    }
}
