package org.waxwing.web.faces.mail;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.waxwing.application.sorting.ExplainSorting;
import org.waxwing.domain.change.ActionId;
import org.waxwing.domain.history.HistoryLine;
import org.waxwing.domain.screening.Decision;
import org.waxwing.domain.sorting.Admission;
import org.waxwing.domain.sending.SendingNote;
import org.waxwing.domain.sorting.Category;
import org.waxwing.domain.sorting.Classification;
import org.waxwing.domain.sorting.Reason;
import org.waxwing.web.faces.Phrases;
import org.waxwing.web.faces.Times;

/** Puts into words why a message is where it is. */
record WhyWords(Phrases phrases, ReasonWords reasons, Times times) {
    // what weighs less convinces nobody
    private static final int MOST = 6;
    private static final int MOST_DOUBTS = 4;
    private static final int MOST_ALTERNATIVES = 3;
    private static final int SURELY = 90;
    private static final Set<String> SENDING = Set.of("forward", "reply", "webhook");

    static WhyWords of(Phrases phrases, Times times) {
        return new WhyWords(phrases, ReasonWords.in(phrases.locale()), times);
    }

    Why of(ExplainSorting.Explanation it) {
        var category = it.placement().category();
        var why = it.why().stream().findFirst();
        var speaking = why.map(Classification::reasons).orElse(List.of());
        return new Why(
                it.email().toString(),
                !it.choices().isEmpty() && it.from().isDeliverable() ? it.from().key() : "",
                category.name().toLowerCase(Locale.ROOT),
                icon(category),
                place(category),
                chip(it, speaking),
                sure(it, why),
                outside(it),
                said(speaking, MOST),
                why.map(found -> said(found.doubts(), MOST_DOUBTS)).orElse(List.of()),
                why.map(this::alternatives).orElse(List.of()),
                choices(it),
                lines(it));
    }

    /** What was done, the latest first; each action can be taken back where it is told first. */
    private List<Why.Line> lines(ExplainSorting.Explanation it) {
        var open = new HashSet<>(it.undoable());
        return it.history().stream().map(line -> {
            var undo = line.action().stream().filter(open::remove).map(ActionId::toString).findFirst().orElse("");
            return new Why.Line(sentence(line), times.dayAndTime(line.at()), times.full(line.at()), undo);
        }).toList();
    }

    String place(Category category) {
        return phrases.of(switch (category) {
            case IMBOX -> "view.imbox";
            case FEED -> "view.feed";
            case PAPER_TRAIL -> "view.paper-trail";
        });
    }

    static String icon(Category category) {
        return switch (category) {
            case IMBOX -> "inbox";
            case FEED -> "feed";
            case PAPER_TRAIL -> "paper";
        };
    }

    private String chip(ExplainSorting.Explanation it, List<Reason> speaking) {
        var place = switch (it.placement().admission()) {
            case IN -> place(it.placement().category());
            case WAITING -> phrases.of("view.screener");
            case OUT -> phrases.of("view.screened-out");
        };
        return speaking.isEmpty() || it.placement().admission() != Admission.IN
                ? phrases.of("client.why.chip", place)
                : phrases.of("why.chip", place, reasons.of(speaking.getFirst()));
    }

    private String sure(ExplainSorting.Explanation it, Optional<Classification> why) {
        if (why.isEmpty()) return phrases.of(it.choices().isEmpty() ? "why.own" : "why.unsorted");
        if (isSaid(it, WhyWords::isOfRule)) return phrases.of("why.ruled");
        if (isSaid(it, WhyWords::isOfList)) return phrases.of("why.listed");
        if (!it.lesson().isEmpty()) return phrases.of("why.taught", times.dayAndTime(it.lesson().getFirst().at()));
        // where the rules would put it by what is known now may be another place than where it came to lie
        if (why.get().category() != it.placement().category())
            return phrases.of("why.elsewhere", place(why.get().category()));
        if (!why.get().decided()) return phrases.of("why.open");
        long percent = Math.round(why.get().confidence() * 100);
        return phrases.of(percent >= SURELY ? "why.surely" : "why.probably");
    }

    /** Whether that was the last to say where it belongs. */
    private static boolean isSaid(ExplainSorting.Explanation it, Predicate<HistoryLine> by) {
        return it.history().stream()
                .filter(line -> line.deed().equals("category"))
                .findFirst()
                .filter(line -> by.test(line) && line.detail().equals(it.placement().category().name()))
                .isPresent();
    }

    private static boolean isOfRule(HistoryLine line) {
        return line.engine() == HistoryLine.Engine.RULE;
    }

    private static boolean isOfList(HistoryLine line) {
        return line.engine() == HistoryLine.Engine.PERSON && line.reference().equals(HistoryLine.WHOLE_LIST);
    }

    private String outside(ExplainSorting.Explanation it) {
        var decided = it.decision().stream().findFirst();
        return switch (it.placement().admission()) {
            case WAITING -> phrases.of("why.waiting");
            case OUT -> decided.map(found -> phrases.of("why.out", found.who(), times.dayAndTime(found.at())))
                    .orElse(phrases.of("why.out.unknown"));
            case IN -> decided.filter(found -> found.verdict() == Decision.Verdict.IN)
                    .map(found -> phrases.of("why.in", found.who(), times.dayAndTime(found.at())))
                    .orElse("");
        };
    }

    private List<String> said(List<Reason> all, int most) {
        return all.stream().limit(most).map(reasons::of).distinct().toList();
    }

    private List<String> alternatives(Classification why) {
        var known = new ArrayList<Reason>(why.reasons());
        known.addAll(why.doubts());
        return why.alternatives().stream()
                .limit(MOST_ALTERNATIVES)
                .map(it -> reasons.of(it, place(it.category()), known))
                .toList();
    }

    private List<Why.Choice> choices(ExplainSorting.Explanation it) {
        return IntStream.range(0, it.choices().size())
                .mapToObj(i -> {
                    var choice = it.choices().get(i);
                    return new Why.Choice(
                            choice.scope(), choice.about(), scope(choice.scope(), choice.about()), choice.stored(),
                            i == 0);
                })
                .toList();
    }

    /** For which mail something holds. */
    String scope(String scope, String about) {
        return switch (scope) {
            case "kind" -> phrases.of("why.scope.kind", about);
            case "sender" -> phrases.of("why.scope.sender", about);
            case "domain" -> phrases.of("why.scope.domain", about);
            default -> phrases.of("why.scope.message");
        };
    }

    private String sentence(HistoryLine it) {
        var sentence = phrases.of("why.line", engine(it.engine()), deed(it));
        return it.reasons().isEmpty()
                ? sentence
                : sentence + " " + it.reasons().stream().limit(2).map(reasons::of).collect(Collectors.joining(" "));
    }

    private String engine(HistoryLine.Engine engine) {
        return phrases.of(switch (engine) {
            case CLASSIFIER -> "why.engine.classifier";
            case LESSON -> "why.engine.lesson";
            case RULE -> "why.engine.rule";
            case MODEL -> "why.engine.model";
            case SCREENER -> "why.engine.screener";
            case PERSON -> "why.engine.person";
        });
    }

    private String deed(HistoryLine it) {
        return switch (it.deed()) {
            case "category" -> phrases.of("why.deed.category", known(Category.values(), it.detail())
                    .map(this::place)
                    .orElse(it.detail()));
            case "admission" -> known(Admission.values(), it.detail()).map(this::admission).orElse(it.detail());
            default -> ruled(it);
        };
    }

    /** What a rule did beside sorting, in the words in which rules are made. */
    private String ruled(HistoryLine it) {
        var word = doing(it.deed());
        var sending = SendingNote.read(it.detail());
        if (sending.isPresent() && SENDING.contains(it.deed()))
            return new SendingWords(phrases).of(word, sending.get());
        var detail = it.deed().equals("snooze") ? times.dayAndTime(Instant.parse(it.detail())) : it.detail();
        return detail.isEmpty() ? word : word + " " + detail;
    }

    private String doing(String deed) {
        return switch (deed) {
            case "label" -> phrases.of("rules.do.label");
            case "unlabel" -> phrases.of("rules.do.unlabel");
            case "move" -> phrases.of("rules.do.move");
            case "archive" -> phrases.of("rules.do.archive");
            case "trash" -> phrases.of("rules.do.trash");
            case "spam" -> phrases.of("rules.do.spam");
            case "star" -> phrases.of("rules.do.star");
            case "read" -> phrases.of("rules.do.read");
            case "snooze" -> phrases.of("rules.do.snooze");
            case "forward" -> phrases.of("rules.do.forward");
            case "reply" -> phrases.of("rules.do.reply");
            case "notify" -> phrases.of("rules.do.notify");
            case "webhook" -> phrases.of("rules.do.webhook");
            default -> deed;
        };
    }

    private String admission(Admission admission) {
        return phrases.of(switch (admission) {
            case IN -> "why.deed.in";
            case WAITING -> "why.deed.waiting";
            case OUT -> "why.deed.out";
        });
    }

    private static <E extends Enum<E>> Optional<E> known(E[] values, String name) {
        for (var value : values) if (value.name().equalsIgnoreCase(name)) return Optional.of(value);
        return Optional.empty();
    }
}
