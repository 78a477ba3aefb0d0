package org.waxwing.bootstrap.demo.world;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What somebody writes, before it becomes octets.
 *
 * @param id unique in the world: the script and the key in it
 * @param relation {@code re} or {@code fwd}, empty for a first message
 * @param parent the id of the message answered or forwarded, empty for a first message
 * @param directives lines such as {@code A: pdf | plan.pdf | …}, by their letter, in order
 * @param body paragraphs parted by empty lines, without quotation and signature
 */
record Letter(
        String id,
        String relation,
        String parent,
        ZonedDateTime date,
        Person from,
        List<Person> to,
        List<Person> cc,
        List<Person> bcc,
        Map<String, List<String>> directives,
        String body) {
    Letter {
        to = List.copyOf(to);
        cc = List.copyOf(cc);
        bcc = List.copyOf(bcc);
        directives = Map.copyOf(directives);
    }

    boolean repliesTo(Letter other) {
        return relation.equals("re") && parent.equals(other.id());
    }

    boolean forwards(Letter other) {
        return relation.equals("fwd") && parent.equals(other.id());
    }

    List<String> all(String directive) {
        return directives.getOrDefault(directive, List.of());
    }

    Optional<String> first(String directive) {
        return all(directive).stream().findFirst();
    }

    /** The script it stands in, which is also the unit that is filed together. */
    String story() {
        return id.substring(0, id.indexOf('/'));
    }

    boolean isFrom(DemoOwner owner) {
        return from.key().equals(owner.login());
    }

    boolean reaches(DemoOwner owner) {
        return recipients().anyMatch(person -> person.key().equals(owner.login())
                || person.members().contains(owner.login()));
    }

    Stream<Person> recipients() {
        return Stream.of(to, cc, bcc).flatMap(List::stream);
    }

    /** A mass mailing goes to each recipient alone. */
    Letter addressedOnlyTo(Person person) {
        return new Letter(
                id + "-" + person.key(),
                relation,
                parent,
                date,
                from,
                List.of(person),
                List.of(),
                List.of(),
                directives,
                body);
    }
}
