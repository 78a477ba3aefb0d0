package org.waxwing.web.faces.mail;

import java.util.List;
import org.waxwing.domain.reading.MailView;

/**
 * Everything that the pages know of a view: from this alone come its entry in the navigation, its title, its sections,
 * what it says when it is empty, and which tools it has. Texts are keys of the bundle.
 *
 * @param view what it shows
 * @param group with what it stands together in the navigation
 * @param icon names a picture of the sprite
 * @param role what it holds, in the words in which folders are told apart; decides what can be done there
 * @param shortcut the keys that lead there, empty when there are none
 * @param form how its rows are written
 * @param sections its parts, at least one
 * @param counted what stands beside it in the navigation
 */
public record ViewDefinition(
        MailView view,
        Group group,
        String icon,
        String role,
        String shortcut,
        Form form,
        List<Section> sections,
        Counted counted,
        Texts texts) {

    public ViewDefinition {
        sections = List.copyOf(sections);
        if (sections.isEmpty()) throw new IllegalArgumentException("A view has a section: " + view);
    }

    /** Where views stand together in the navigation, in this order. */
    public enum Group {
        /** What comes in. */
        INCOMING,
        /** What is kept at hand. */
        PILES,
        /** What was written, and what was put away. */
        KEPT
    }

    /** How rows are written. */
    public enum Form {
        /** By who wrote. */
        INCOMING,
        /** By whom it goes to. */
        OUTGOING
    }

    /** How rows are laid out. */
    public enum Look {
        /** One below the other, each as tall as all others. */
        ROWS,
        /** With their messages open below each other. */
        STREAM,
        /** Those of one sender together. */
        BUNDLES
    }

    /** A part of a list. */
    public enum Section {
        /** Everything, without a heading. */
        ALL("all", ""),
        /** What has something unread. */
        NEW("new", "list.new"),
        /** What has nothing unread. */
        SEEN("seen", "list.seen");

        private final String key;
        private final String heading;

        Section(String key, String heading) {
            this.key = key;
            this.heading = heading;
        }

        /** The name in addresses. */
        public String key() {
            return key;
        }

        /** The key of its heading; empty when it has none. */
        public String heading() {
            return heading;
        }
    }

    /** What is counted in the navigation. */
    public enum Counted {
        /** Nothing. */
        NOTHING,
        /** Conversations with something unread, so strongly that they catch the eye. */
        UNREAD_STRONGLY,
        /** Conversations with something unread. */
        UNREAD,
        /** Everything that waits there. */
        WAITING
    }

    /**
     * What a view is called, and what it says when there is nothing in it.
     *
     * @param picture a picture of the sprite to go with it
     */
    public record Texts(String title, String emptyTitle, String emptyText, String picture) {}

    /** How its rows are laid out. */
    Look look() {
        return switch (view) {
            case FEED -> Look.STREAM;
            case PAPER_TRAIL -> Look.BUNDLES;
            default -> Look.ROWS;
        };
    }

    /** Whether rows name whom they go to. */
    public boolean outgoing() {
        return form == Form.OUTGOING;
    }
}
