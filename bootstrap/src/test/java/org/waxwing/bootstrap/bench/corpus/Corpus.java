package org.waxwing.bootstrap.bench.corpus;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Messages made of a seed. The realistic ones are about 19 KB on average and half of them under 5 KB; one in ten has a
 * file.
 */
public final class Corpus {
    private static final Instant END = Instant.parse("2026-06-01T12:00:00Z");
    private static final Duration SPAN = Duration.ofDays(3 * 365);
    private static final int PEOPLE = 420;
    private static final int MACHINES = 80;
    private static final int HOUR = 3_600;

    private final RandomGenerator random;
    private final Prose prose;
    private final Desk desk;

    public Corpus(long seed) {
        random = new SplittableRandom(seed);
        prose = new Prose(random);
        desk = new Desk(random, prose, "s" + seed);
    }

    /** Who takes the messages of a corpus, oldest first. */
    @FunctionalInterface
    public interface Sink<X extends Exception> {
        void take(Letter letter) throws X;
    }

    /** When a conversation goes on. */
    private record Turn(Instant at, int conversation, Kind kind) {}

    /** A mailbox of some years. */
    public <X extends Exception> void realistic(int count, Sink<X> sink) throws X {
        var owner = Correspondent.owner();
        var people = new ArrayList<Correspondent>();
        for (int i = 0; i < PEOPLE; i++) people.add(Correspondent.person(random, prose, i));
        var machines = new ArrayList<Correspondent>();
        for (int i = 0; i < MACHINES; i++) machines.add(Correspondent.machine(random, prose, i));
        var open = new HashMap<Integer, Conversation>();
        for (var turn : turns(count)) {
            var conversation = open.computeIfAbsent(
                    turn.conversation(), id -> conversation(turn.kind(), owner, people, machines));
            sink.take(desk.next(conversation, turn.at()));
        }
    }

    /** Short messages in plain text, a minute apart, the latest at {@code until}. */
    public <X extends Exception> void small(int count, String word, Instant until, Sink<X> sink) throws X {
        for (int i = count - 1; i >= 0; i--) sink.take(desk.small(word, until.minus(Duration.ofMinutes(i))));
    }

    /** A message with one file of that many bytes. */
    public Letter large(int bytes, Instant at) {
        return desk.large(bytes, at);
    }

    private List<Turn> turns(int count) {
        var out = new ArrayList<Turn>();
        for (int conversation = 0; out.size() < count; conversation++) {
            var kind = Kind.any(random);
            // more of late than long ago
            var at = END.minusSeconds((long) (SPAN.toSeconds() * Math.pow(random.nextDouble(), 1.35)));
            for (int left = kind.length(random); left > 0 && out.size() < count; left--) {
                out.add(new Turn(at.isAfter(END) ? END : at, conversation, kind));
                at = at.plusSeconds(60 + (long) (-Math.log(1 - random.nextDouble()) * 9 * HOUR));
            }
        }
        out.sort(Comparator.comparing(Turn::at));
        return out;
    }

    private Conversation conversation(
            Kind kind, Correspondent owner, List<Correspondent> people, List<Correspondent> machines) {
        var somebody = kind.isFromMachine() ? any(machines) : frequent(people);
        var language = somebody.language();
        var subject = prose.phrase(language, language.hasSpaces() ? random.nextInt(3, 9) : 2);
        return switch (kind) {
            case PERSONAL -> new Conversation(kind, subject, List.of(somebody, owner));
            case LIST -> new Conversation(
                    kind, "[" + prose.word() + "] " + subject,
                    List.of(somebody, any(people), any(people), any(people)));
            case INVITATION -> new Conversation(kind, "Invitation: " + subject, List.of(somebody, owner));
            case NEWSLETTER -> new Conversation(kind, somebody.name() + ": " + subject, List.of(somebody, owner));
            case RECEIPT -> new Conversation(
                    kind, somebody.name() + " receipt #" + random.nextInt(10_000, 999_999), List.of(somebody, owner));
            case NOTICE -> new Conversation(kind, "[" + somebody.name() + "] " + subject, List.of(somebody, owner));
        };
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /** A few people write most. */
    private Correspondent frequent(List<Correspondent> people) {
        return people.get((int) (people.size() * Math.pow(random.nextDouble(), 3)));
    }
}
