package org.waxwing.domain.sorting;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.signs.Template;

/** What a person has taught: of all that is about a message, the narrowest holds, and of those the newest. */
public record Lessons(List<Lesson> list) {
    private static final Comparator<Lesson> FIRST = Comparator
            .<Lesson>comparingInt(it -> width(it.scope()))
            .thenComparing(Lesson::at, Comparator.reverseOrder())
            .thenComparing(it -> it.id().value());

    /** Nothing was taught. */
    public static final Lessons NONE = new Lessons(List.of());

    public Lessons {
        list = list.stream().sorted(FIRST).toList();
    }

    /** As {@link #Lessons(List)}. */
    public static Lessons of(Collection<Lesson> lessons) {
        return new Lessons(List.copyOf(lessons));
    }

    /** What holds for that message. */
    public Optional<Lesson> about(EmailId email, EmailAddress from, Template template) {
        for (var lesson : list) if (lesson.isAbout(email, from, template)) return Optional.of(lesson);
        return Optional.empty();
    }

    private static int width(Lesson.Scope scope) {
        return switch (scope) {
            case Lesson.Scope.OfMessage message -> 0;
            case Lesson.Scope.OfKind kind -> 1;
            case Lesson.Scope.OfSender sender -> 2;
            case Lesson.Scope.OfDomain domain -> 3;
        };
    }
}
