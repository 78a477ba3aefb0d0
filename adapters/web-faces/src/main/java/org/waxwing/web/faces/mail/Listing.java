package org.waxwing.web.faces.mail;

import java.util.List;

/**
 * A list of conversations as far as it is shown.
 *
 * @param query the address of the list, as a query string
 * @param role what it holds, as folders are told apart: {@code inbox}, {@code junk} and so on, and
 *     {@code starred}; decides what can be done there
 * @param note what stands beside the title; may be empty
 * @param documentTitle what the browser's tab says
 * @param sections at least one, unless there is no such list
 * @param found whether there is such a list
 */
public record Listing(
        String query,
        String role,
        String title,
        String note,
        String documentTitle,
        List<Section> sections,
        boolean found,
        String emptyTitle,
        String emptyText) {
    public Listing {
        sections = List.copyOf(sections);
    }

    /** Whether there is nothing to show. */
    public boolean vacant() {
        return sections.stream().allMatch(section -> section.rows().isEmpty() && !section.more());
    }

    /**
     * A part of a list under one heading.
     *
     * @param key {@code new}, {@code seen} or {@code all}
     * @param heading empty when the list has no parts
     * @param next where it continues; empty when it does not
     */
    public record Section(String key, String heading, List<Row> rows, String next) {
        public Section {
            rows = List.copyOf(rows);
        }

        /** Whether there is more than these rows. */
        public boolean more() {
            return !next.isEmpty();
        }

        /** Whether it shows anything, a heading included. */
        public boolean visible() {
            return !rows.isEmpty() || more();
        }
    }
}
