package org.waxwing.web.faces.mail;

import java.util.List;

/**
 * A list of conversations or messages as far as it is shown.
 *
 * @param query the address of the list, as a query string
 * @param role what it holds, as folders are told apart: {@code inbox}, {@code junk} and so on, and
 *     {@code starred}; decides what can be done there
 * @param form what a row is: {@code threads} or {@code messages}; {@code senders} where these are decided about
 * @param look how rows are laid out: {@code rows}, {@code stream} when they lie open below each other, {@code bundles} by
 *     sender
 * @param searched what was looked for; empty when nothing was
 * @param title what it is called
 * @param note what stands beside the title; may be empty
 * @param whose whose mail it is, when there is a choice; may be empty
 * @param documentTitle what the browser's tab says
 * @param sections at least one, unless there is no such list
 * @param found whether there is such a list
 * @param rest what it says when there is nothing in it
 */
public record Listing(
        String query,
        String role,
        String form,
        String look,
        String searched,
        String title,
        String note,
        String whose,
        String documentTitle,
        List<Section> sections,
        boolean found,
        Empty rest) {
    /** The form of a list of senders. */
    static final String SENDERS = "senders";

    /** Before anything was asked for. */
    static final Listing NONE = new Listing(
            "", "", "threads", "rows", "", "", "", "", "", List.of(), false, new Empty("", "", "lost"));

    public Listing {
        sections = List.copyOf(sections);
    }

    /** What a list says when there is nothing in it, and a picture to go with it. */
    public record Empty(String title, String text, String picture) {}

    /** Whether there is nothing to show. */
    public boolean vacant() {
        return !senders() && sections.stream().allMatch(section -> section.rows().isEmpty() && !section.more());
    }

    /** Whether it is one of senders, which has no sections. */
    public boolean senders() {
        return form.equals(SENDERS);
    }

    /** Whether its rows are what a search found. */
    public boolean search() {
        return !searched.isEmpty();
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
