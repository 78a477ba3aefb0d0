package org.waxwing.web.rest.sorting;

import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.waxwing.application.sorting.ExplainSorting;
import org.waxwing.domain.sorting.Alternative;
import org.waxwing.domain.sorting.Classification;
import org.waxwing.domain.sorting.Reason;

/**
 * Where a message belongs, and why by what is known now.
 *
 * @param category where it stands: {@code imbox}, {@code feed} or {@code paper_trail}
 * @param admission {@code in}, {@code waiting} outside, or {@code out}
 * @param engine what decides: {@code classifier}, {@code lesson} or {@code none}
 * @param version of the classifier; 0 when it has not looked
 * @param decided whether the classifier is sure
 * @param doubts reasons that speak against it
 * @param wouldChange what alone would put it elsewhere
 * @param choices for which mail a correction can be meant, the sensible one first
 */
@Schema(name = "Sorting")
public record SortingBody(
        String category,
        String admission,
        String engine,
        int version,
        double confidence,
        boolean decided,
        List<ReasonBody> reasons,
        List<ReasonBody> doubts,
        List<Would> wouldChange,
        List<Choice> choices) {
    /** A single fact that would put it elsewhere. */
    @Schema(name = "WouldChange")
    public record Would(String fact, String category) {}

    /**
     * For which mail a correction can be meant.
     *
     * @param stored how many other messages it would be about
     */
    @Schema(name = "CorrectionChoice")
    public record Choice(String scope, String about, long stored) {}

    static SortingBody of(ExplainSorting.Explanation it) {
        return new SortingBody(
                it.placement().category().name().toLowerCase(Locale.ROOT),
                it.placement().admission().name().toLowerCase(Locale.ROOT),
                it.why().isEmpty() ? "none" : it.lesson().isEmpty() ? "classifier" : "lesson",
                it.why().stream().mapToInt(Classification::version).findFirst().orElse(0),
                it.why().stream().mapToDouble(Classification::confidence).findFirst().orElse(1),
                it.why().stream().allMatch(Classification::decided),
                ReasonBody.of(it.why().stream().map(Classification::reasons).flatMap(List<Reason>::stream).toList()),
                ReasonBody.of(it.why().stream().map(Classification::doubts).flatMap(List<Reason>::stream).toList()),
                it.why().stream().map(Classification::alternatives).flatMap(List<Alternative>::stream)
                        .map(other -> new Would(other.key(), other.category().name().toLowerCase(Locale.ROOT)))
                        .toList(),
                it.choices().stream().map(one -> new Choice(one.scope(), one.about(), one.stored())).toList());
    }
}
