package org.waxwing.domain.world;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.sorting.Lesson;
import org.waxwing.domain.sorting.Lesson.Scope;
import org.waxwing.domain.sorting.LessonId;
import org.waxwing.domain.sorting.LessonStore;

final class InMemoryLessonStore implements LessonStore {
    private final InMemoryWorld world;

    InMemoryLessonStore(InMemoryWorld world) {
        this.world = world;
    }

    @Override
    public void keep(Collection<Lesson> lessons) {
        for (var lesson : lessons) {
            world.tables().lessons.removeIf(
                    it -> world.is(it.person()) && it.lesson().scope().equals(lesson.scope()));
            world.tables().lessons.add(new Tables.Taught(world.person(), lesson));
        }
    }

    @Override
    public Set<LessonId> forget(Collection<LessonId> lessons) {
        var there = those(it -> lessons.contains(it.id())).stream().map(Lesson::id).collect(Collectors.toSet());
        world.tables().lessons.removeIf(it -> world.is(it.person()) && there.contains(it.lesson().id()));
        return there;
    }

    @Override
    public List<Lesson> all() {
        return those(it -> true);
    }

    @Override
    public List<Lesson> about(Collection<EmailId> emails, Collection<EmailAddress> senders) {
        return those(it -> switch (it.scope()) {
            case Scope.OfMessage(var email) -> emails.contains(email);
            case Scope.OfKind(var address, var form) -> senders.stream().anyMatch(by -> by.key().equals(address));
            case Scope.OfSender(var address) -> senders.stream().anyMatch(by -> by.key().equals(address));
            case Scope.OfDomain(var domain) -> senders.stream().anyMatch(by -> by.domain().equals(domain));
        });
    }

    private List<Lesson> those(Predicate<Lesson> wanted) {
        return world.tables().lessons.stream()
                .filter(it -> world.is(it.person()))
                .map(Tables.Taught::lesson)
                .filter(wanted)
                .sorted(Comparator.comparing(Lesson::at).reversed())
                .toList();
    }
}
