package org.waxwing.persistence.jpa;

import static org.waxwing.persistence.jpa.Sql.instant;
import static org.waxwing.persistence.jpa.Sql.uuid;

import jakarta.persistence.EntityManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.signs.Template;
import org.waxwing.domain.sorting.Category;
import org.waxwing.domain.sorting.Lesson;
import org.waxwing.domain.sorting.Lesson.Scope;
import org.waxwing.domain.sorting.LessonId;
import org.waxwing.domain.sorting.LessonStore;

/** Rows of {@code lesson}; whose they are, the policies of the table say. */
public final class JpaLessonStore implements LessonStore {
    private final Sql sql;

    public JpaLessonStore(EntityManager database) {
        this.sql = new Sql(database);
    }

    /** The columns that tell of a scope. */
    private record Columns(String scope, String about, String template) {
        static Columns of(Scope scope) {
            return switch (scope) {
                case Scope.OfMessage(var email) -> new Columns("MESSAGE", email.toString(), "");
                case Scope.OfKind(var address, var template) -> new Columns("KIND", address, template.hex());
                case Scope.OfSender(var address) -> new Columns("SENDER", address, "");
                case Scope.OfDomain(var domain) -> new Columns("DOMAIN", domain, "");
            };
        }

        Scope toScope() {
            return switch (scope) {
                case "MESSAGE" -> new Scope.OfMessage(new EmailId(UUID.fromString(about)));
                case "KIND" -> new Scope.OfKind(about, Template.parse(template));
                case "SENDER" -> new Scope.OfSender(about);
                case "DOMAIN" -> new Scope.OfDomain(about);
                default -> throw new IllegalStateException("A lesson of unknown scope: " + scope);
            };
        }
    }

    @Override
    public void keep(Collection<Lesson> lessons) {
        sql.batch("""
                insert into lesson (owner_id, id, scope, about, template, category, taught_at)
                values (current_person(), ?, ?, ?, ?, ?, ?)
                on conflict (owner_id, scope, about, template) do update set
                    id = excluded.id, category = excluded.category, taught_at = excluded.taught_at
                """, lessons.stream().map(it -> {
            var columns = Columns.of(it.scope());
            return new Object[]{
                    it.id().value(), columns.scope(), columns.about(), columns.template(), it.category().name(),
                    it.at()};
        }));
    }

    @Override
    public Set<LessonId> forget(Collection<LessonId> lessons) {
        return Set.copyOf(sql.list(row -> new LessonId(uuid(row, "id")), """
                delete from lesson where owner_id = current_person() and id = any (?) returning id
                """, (Object) Sql.uuids(lessons.stream().map(LessonId::value))));
    }

    @Override
    public List<Lesson> all() {
        return sql.list(JpaLessonStore::lesson,
                "select * from lesson where owner_id = current_person() order by taught_at desc, id desc");
    }

    @Override
    public List<Lesson> about(Collection<EmailId> emails, Collection<EmailAddress> senders) {
        if (emails.isEmpty() && senders.isEmpty()) return List.of();
        return sql.list(JpaLessonStore::lesson, """
                select * from lesson where owner_id = current_person() and (
                    scope = 'MESSAGE' and about = any (?)
                    or scope in ('KIND', 'SENDER') and about = any (?)
                    or scope = 'DOMAIN' and about = any (?))
                """,
                Sql.words(emails.stream().map(EmailId::toString)),
                Sql.words(senders.stream().map(EmailAddress::key).distinct()),
                Sql.words(senders.stream().map(EmailAddress::domain).distinct()));
    }

    private static Lesson lesson(ResultSet row) throws SQLException {
        var columns = new Columns(row.getString("scope"), row.getString("about"), row.getString("template"));
        return new Lesson(
                new LessonId(uuid(row, "id")),
                columns.toScope(),
                Category.valueOf(row.getString("category")),
                instant(row, "taught_at"));
    }
}
