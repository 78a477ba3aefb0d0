package org.waxwing.domain.preferences;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One thing that a person can choose about their pages. The first of its choices holds until they do. */
public enum Preference {
    /** The name of a time zone, or {@code auto}: that of the device. */
    TIME_ZONE("timeZone", "auto"),
    /** What the pages speak; {@code auto} is what the browser asks for. */
    LANGUAGE("language", "auto", "en", "de", "zh"),
    /** Colours; {@code auto} are those of the system. */
    THEME("theme", "auto", "light", "dark"),
    /** How tightly lists are set. */
    DENSITY("density", "roomy", "compact", "line"),
    /** Where a conversation opens: beside the list, below it, or in its place. */
    READING_PANE("readingPane", "right", "below", "off"),
    /** Whether messages are gathered into conversations. */
    CONVERSATIONS("conversations", "on", "off"),
    /** After how many seconds an open message counts as read. */
    MARK_READ("markRead", "0", "2", "5", "never"),
    /** Whether mail is given the colours of a dark page. */
    MESSAGE_COLOURS("messageColours", "adapted", "original"),
    /** Whether keys of one character do something. */
    SINGLE_KEYS("singleKeys", "on", "off"),
    /** What a swipe to the right does to a conversation. */
    SWIPE_RIGHT("swipeRight", "archive", "snooze", "later", "read", "star", "trash", "none"),
    /** What a swipe to the left does to a conversation. */
    SWIPE_LEFT("swipeLeft", "snooze", "archive", "later", "read", "star", "trash", "none"),
    /** New mail of which view is told by the system. */
    NOTIFY("notify", "none", "imbox", "all"),
    /** Whether such a notice says from whom and about what. */
    NOTIFY_CONTENT("notifyContent", "on", "off"),
    /** Whether mail is sorted by what it is; otherwise all of it is in the Imbox, but what was taught. */
    SORTING("sorting", "on", "off"),
    /** Whether people who write for the first time wait outside until they are let in. */
    SCREENER("screener", "on", "off"),
    /** Whether the first steps were shown, or put away. */
    GUIDE("guide", "open", "done");

    private final String key;
    // made by List.of, which nobody can change
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> choices;

    Preference(String key, String... choices) {
        this.key = key;
        this.choices = List.of(choices);
    }

    /** The preference of that name, if there is one. */
    public static Optional<Preference> of(String key) {
        return Stream.of(values()).filter(it -> it.key.equals(key)).findFirst();
    }

    /** Its name, in one word. */
    public String key() {
        return key;
    }

    /** What can be chosen; for the time zone, what can be chosen besides the zones. */
    public List<String> choices() {
        return choices;
    }

    /** What holds until somebody chooses. */
    public String usual() {
        return choices.getFirst();
    }

    /** Whether this can be chosen. */
    public boolean allows(String choice) {
        return choices.contains(choice) || (this == TIME_ZONE && isZone(choice));
    }

    private static boolean isZone(String name) {
        try {
            // offsets have no summer, and abbreviations mean something else elsewhere
            return ZoneId.getAvailableZoneIds().contains(ZoneId.of(name).getId());
        } catch (DateTimeException e) {
            return false;
        }
    }
}
