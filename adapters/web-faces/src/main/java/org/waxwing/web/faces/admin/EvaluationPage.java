package org.waxwing.web.faces.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.waxwing.application.runtime.CurrentUser;
import org.waxwing.application.sorting.EvaluateSorting;
import org.waxwing.application.sorting.EvaluateSorting.Half;
import org.waxwing.application.sorting.EvaluateSorting.Outcome;
import org.waxwing.domain.sorting.Category;
import org.waxwing.web.faces.Words;

/** How well mail is sorted without a model, measured on the labelled mail that ships with the product. */
@Named
@RequestScoped
public class EvaluationPage {
    @Inject
    CurrentUser user;

    @Inject
    Words words;

    @Inject
    EvaluateSorting evaluateSorting;

    /**
     * One half of the labelled mail.
     *
     * @param head the names of the categories, over the matrix
     */
    public record Part(String heading, String note, List<String> head, List<Row> rows, List<Figure> figures) {
        public Part {
            head = List.copyOf(head);
            rows = List.copyOf(rows);
            figures = List.copyOf(figures);
        }
    }

    /**
     * What became of the mail of one category.
     *
     * @param counts how many messages were put into each
     */
    public record Row(String category, List<Integer> counts, String precision, String recall, String f1) {
        public Row {
            counts = List.copyOf(counts);
        }
    }

    /**
     * One figure.
     *
     * @param reached whether it is as good as it should be
     */
    public record Figure(String name, String value, String wanted, boolean reached) {}

    /** Sends whoever is no administrator away. */
    public void open() {
        if (user.isAdministrator()) return;
        var faces = FacesContext.getCurrentInstance();
        try {
            faces.getExternalContext().responseSendError(404, "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        faces.responseComplete();
    }

    /** Both halves, the one that counts first. */
    public List<Part> getParts() {
        return Stream.of(Half.FINAL, Half.PRACTICE).map(this::part).toList();
    }

    private Part part(Half half) {
        try {
            var outcome = evaluateSorting.evaluate(half);
            return new Part(
                    words.of(half == Half.FINAL ? "evaluation.final" : "evaluation.practice", outcome.size()),
                    words.of(half == Half.FINAL ? "evaluation.final.note" : "evaluation.practice.note"),
                    Stream.of(Category.values()).map(this::name).toList(),
                    Stream.of(Category.values()).map(it -> row(outcome, it)).toList(), figures(outcome));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Row row(Outcome outcome, Category right) {
        var put = outcome.matrix().getOrDefault(right, Map.of());
        return new Row(
                name(right), Stream.of(Category.values()).map(it -> put.getOrDefault(it, 0)).toList(),
                share(outcome.precision(right)), share(outcome.recall(right)), share(outcome.f1(right)));
    }

    private List<Figure> figures(Outcome outcome) {
        var figures = new ArrayList<Figure>();
        figures.add(new Figure(words.of("evaluation.f1"), share(outcome.macroF1()),
                words.of("evaluation.least", share(EvaluateSorting.LEAST_F1)), outcome.reachesF1()));
        figures.add(new Figure(
                words.of("evaluation.hidden"),
                words.of("evaluation.of", outcome.personalHidden(), outcome.personal()),
                words.of("evaluation.most", share(EvaluateSorting.MOST_HIDDEN)), outcome.reachesHidden()));
        figures.add(new Figure(words.of("evaluation.decided"), share(outcome.decidedShare()),
                words.of("evaluation.least", share(EvaluateSorting.LEAST_DECIDED)), outcome.reachesDecided()));
        figures.add(new Figure(words.of("evaluation.precision"), share(outcome.decidedPrecision()),
                words.of("evaluation.least", share(EvaluateSorting.LEAST_PRECISION)), outcome.reachesPrecision()));
        return figures;
    }

    private String name(Category category) {
        return words.of(switch (category) {
            case IMBOX -> "view.imbox";
            case FEED -> "view.feed";
            case PAPER_TRAIL -> "view.paper-trail";
        });
    }

    private String share(double value) {
        return words.of("evaluation.share", value);
    }
}
