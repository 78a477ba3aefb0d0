package org.waxwing.web.faces.mail;

import org.waxwing.domain.mailbox.Keyword;

/**
 * A label as it is shown.
 *
 * @param name as the server keeps it
 * @param text as a person reads it: servers keep no spaces, so low lines stand for them
 * @param hue which of twelve colours; the same for the same name everywhere, the browser works it out alike
 */
public record LabelChip(String name, String text, int hue) {
    private static final int HUES = 12;

    static LabelChip of(Keyword label) {
        var name = label.name();
        return new LabelChip(name, name.replace('_', ' ').strip(), name.chars().sum() % HUES);
    }
}
