package org.waxwing.domain.sorting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waxwing.domain.sorting.Admission.IN;
import static org.waxwing.domain.sorting.Admission.OUT;
import static org.waxwing.domain.sorting.Admission.WAITING;
import static org.waxwing.domain.sorting.Category.FEED;
import static org.waxwing.domain.sorting.Category.IMBOX;
import static org.waxwing.domain.sorting.Category.PAPER_TRAIL;

import java.util.List;
import org.junit.jupiter.api.Test;

class ShelfTest {
    private static Shelf shelf(Placement... latestFirst) {
        return Shelf.of(List.of(latestFirst));
    }

    @Test
    void is_where_the_latest_message_belongs() {
        assertThat(shelf(Placement.in(PAPER_TRAIL), Placement.in(FEED))).isEqualTo(Shelf.PAPER_TRAIL);
    }

    @Test
    void is_the_imbox_when_any_message_belongs_there() {
        assertThat(shelf(Placement.in(FEED), Placement.in(IMBOX))).isEqualTo(Shelf.IMBOX);
    }

    @Test
    void is_the_screener_only_when_nobody_was_let_in() {
        assertThat(shelf(new Placement(IMBOX, WAITING), Placement.in(FEED))).isEqualTo(Shelf.FEED);
        assertThat(shelf(new Placement(FEED, OUT), new Placement(FEED, WAITING))).isEqualTo(Shelf.SCREENER);
        assertThat(shelf(new Placement(IMBOX, OUT))).isEqualTo(Shelf.OUT);
        assertThat(shelf(new Placement(FEED, IN), new Placement(IMBOX, OUT))).isEqualTo(Shelf.FEED);
    }
}
