package org.waxwing.web.faces.mail;

import java.util.List;
import org.waxwing.web.faces.Avatar;

/**
 * A message in a conversation, as it is written there.
 *
 * @param own whether the reader wrote it
 * @param instant in ISO form, for machines
 * @param safety what is said about its sender; hints only of what is unfolded
 * @param places the folders it lies in
 * @param inside what is seen when it is unfolded; {@link Inside#LATER} when that is fetched only then
 */
public record Message(
        String id,
        Avatar avatar,
        String name,
        String address,
        boolean own,
        boolean unread,
        boolean starred,
        boolean draft,
        boolean attached,
        String time,
        String fullTime,
        String instant,
        String preview,
        Safety safety,
        List<Place> places,
        Inside inside) {
    public Message {
        places = List.copyOf(places);
    }

    /**
     * A folder that a message lies in.
     *
     * @param role what it is for, in the words in which lists are told apart
     */
    public record Place(String id, String role, String name) {}

    /**
     * A line of the details.
     *
     * @param values at least one
     */
    public record Fact(String label, List<Value> values) {
        public Fact {
            values = List.copyOf(values);
        }
    }

    /**
     * What a line of the details says.
     *
     * @param copied what is worth being copied of it; empty when nothing is
     */
    public record Value(String text, String copied) {}

    /**
     * What a message says.
     *
     * @param known whether this is known already; if not, everything else is empty
     * @param acquaintance how well the sender is known, as a sentence; empty for one's own messages
     * @param stranger whether this is the first message of its sender
     * @param seal how it was signed or encrypted, as a sentence; empty when it was not
     * @param locked whether it is encrypted, so that nothing of it can be shown
     * @param html whether it has an HTML form, which is shown rather than the text
     * @param text empty when there is an HTML form, and fetched when it is asked for
     */
    public record Inside(
            boolean known,
            String recipients,
            String acquaintance,
            boolean stranger,
            String seal,
            boolean locked,
            List<Fact> facts,
            boolean html,
            MailText text,
            List<FileChip> files) {
        /** What is not known yet. */
        static final Inside LATER = new Inside(
                false, "", "", false, "", false, List.of(), false, new MailText(List.of()), List.of());

        public Inside {
            facts = List.copyOf(facts);
            files = List.copyOf(files);
        }

        /** Whether there is neither HTML nor text. */
        public boolean silent() {
            return known && !html && text.blocks().isEmpty();
        }

        /** Whether all files can be had at once. */
        public boolean several() {
            return files.size() > 1;
        }
    }

    /** Where its HTML is served. */
    public String htmlHref() {
        return "api/v1/messages/" + id + "/html";
    }

    /** Where its source is served. */
    public String sourceHref() {
        return "api/v1/messages/" + id + "/raw";
    }

    /** Where all its files are served together. */
    public String filesHref() {
        return "api/v1/messages/" + id + "/attachments.zip";
    }
}
