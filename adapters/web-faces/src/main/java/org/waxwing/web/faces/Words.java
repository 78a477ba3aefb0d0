package org.waxwing.web.faces;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The texts of the pages in the viewer's language. */
@Named
@RequestScoped
public class Words {
    @Inject
    Viewer viewer;

    /** A sentence without placeholders. */
    public String of(String key) {
        return phrases().of(key);
    }

    /** A sentence with one value in it. */
    public String of(String key, Object first) {
        return phrases().of(key, first);
    }

    /** A sentence with two values in it. */
    public String of(String key, Object first, Object second) {
        return phrases().of(key, first, second);
    }

    /** What the browser's own code says, as a JSON object; every key of it begins with {@code client.}. */
    public String getClient() {
        return phrases().json("client.");
    }

    /** The same texts without a request around them. */
    public Phrases phrases() {
        return Phrases.in(viewer.getLocale());
    }
}
