package org.waxwing.web.faces;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.waxwing.application.runtime.CurrentUser;
import org.waxwing.application.safety.ListTrustedSenders;
import org.waxwing.domain.preferences.Preference;

/** Everything that a person can choose, in groups. Choosing itself is asked of the API. */
@Named
@RequestScoped
public class SettingsPage {
    // all others are old names of these, or no places
    private static final String PLACES = "(Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.+";

    private static final List<Part> PARTS = List.of(
            new Part("settings.looks", List.of(
                    new Line(Preference.THEME, Kind.BUTTONS, "settings.theme", "settings.theme.note",
                            List.of("theme.auto", "theme.light", "theme.dark")),
                    new Line(Preference.DENSITY, Kind.BUTTONS, "settings.density", "settings.density.note",
                            List.of("settings.density.roomy", "settings.density.compact", "settings.density.line")),
                    new Line(Preference.READING_PANE, Kind.BUTTONS, "settings.pane", "settings.pane.note",
                            List.of("settings.pane.right", "settings.pane.below", "settings.pane.off")),
                    new Line(Preference.MESSAGE_COLOURS, Kind.BUTTONS, "settings.colours", "settings.colours.note",
                            List.of("settings.colours.adapted", "settings.colours.original")))),
            new Part("settings.reading", List.of(
                    new Line(Preference.CONVERSATIONS, Kind.BUTTONS, "settings.conversations",
                            "settings.conversations.note",
                            List.of("settings.conversations.on", "settings.conversations.off")),
                    new Line(Preference.SORTING, Kind.BUTTONS, "settings.sorted", "settings.sorted.note",
                            List.of("settings.on", "settings.off")),
                    new Line(Preference.SCREENER, Kind.BUTTONS, "settings.screener", "settings.screener.note",
                            List.of("settings.on", "settings.off")),
                    new Line(Preference.MARK_READ, Kind.BUTTONS, "settings.read", "settings.read.note",
                            List.of("settings.read.0", "settings.read.2", "settings.read.5", "settings.read.never")))),
            new Part("settings.hands", List.of(
                    new Line(Preference.SINGLE_KEYS, Kind.BUTTONS, "settings.keys", "settings.keys.note",
                            List.of("settings.on", "settings.off")),
                    new Line(Preference.SWIPE_RIGHT, Kind.LIST, "settings.swipe.right", "settings.swipe.note",
                            List.of("settings.swipe.archive", "settings.swipe.snooze", "settings.swipe.later",
                                    "settings.swipe.read", "settings.swipe.star", "settings.swipe.trash",
                                    "settings.swipe.none")),
                    new Line(Preference.SWIPE_LEFT, Kind.LIST, "settings.swipe.left", "settings.swipe.note",
                            List.of("settings.swipe.snooze", "settings.swipe.archive", "settings.swipe.later",
                                    "settings.swipe.read", "settings.swipe.star", "settings.swipe.trash",
                                    "settings.swipe.none")))),
            new Part("settings.notices", List.of(
                    new Line(Preference.NOTIFY, Kind.BUTTONS, "settings.notify", "settings.notify.note",
                            List.of("settings.notify.none", "settings.notify.imbox", "settings.notify.all")),
                    new Line(Preference.NOTIFY_CONTENT, Kind.BUTTONS, "settings.content", "settings.content.note",
                            List.of("settings.content.on", "settings.content.off")))),
            new Part("settings.place", List.of(
                    new Line(Preference.LANGUAGE, Kind.LIST, "settings.language", "settings.language.note",
                            List.of("settings.language.auto", "settings.language.en", "settings.language.de",
                                    "settings.language.zh")),
                    new Line(Preference.TIME_ZONE, Kind.LIST, "settings.zone", "settings.zone.note",
                            List.of("settings.zone.auto")))));

    @Inject
    Viewer viewer;

    @Inject
    Words words;

    @Inject
    CurrentUser user;

    @Inject
    ListTrustedSenders listTrustedSenders;

    private @Nullable List<String> pictureSenders;

    /** How a choice is offered. */
    private enum Kind {
        BUTTONS,
        LIST
    }

    private record Part(String heading, List<Line> lines) {}

    private record Line(Preference of, Kind kind, String label, String note, List<String> choices) {}

    /** Settings that belong together. */
    public record Group(String heading, List<Setting> settings) {
        public Group {
            settings = List.copyOf(settings);
        }
    }

    /**
     * One thing to choose.
     *
     * @param listed offered as a list that opens, because there are many choices
     */
    public record Setting(String key, String label, String note, boolean listed, List<Choice> choices) {
        public Setting {
            choices = List.copyOf(choices);
        }
    }

    /** One of the choices. */
    public record Choice(String value, String label, boolean chosen) {}

    /** All of them. */
    public List<Group> getGroups() {
        return PARTS.stream()
                .map(part -> new Group(
                        words.of(part.heading()),
                        part.lines().stream().map(this::setting).toList()))
                .toList();
    }

    /** The addresses of those whose pictures are always shown, in alphabetical order. */
    public List<String> getPictureSenders() {
        var known = pictureSenders;
        if (known == null)
            pictureSenders = known = listTrustedSenders.list(user.person().id()).stream()
                    .map(it -> it.sender().address())
                    .toList();
        return known;
    }

    private Setting setting(Line line) {
        var values = line.of().choices();
        var chosen = viewer.chosen(line.of().key());
        var choices = new ArrayList<Choice>();
        IntStream.range(0, values.size())
                .mapToObj(i -> new Choice(
                        values.get(i), words.of(line.choices().get(i)), values.get(i).equals(chosen)))
                .forEach(choices::add);
        if (line.of() == Preference.TIME_ZONE) choices.addAll(zones(chosen));
        return new Setting(
                line.of().key(), words.of(line.label()), words.of(line.note()), line.kind() == Kind.LIST, choices);
    }

    private List<Choice> zones(String chosen) {
        var locale = viewer.getLocale();
        return ZoneId.getAvailableZoneIds().stream()
                .filter(zone -> zone.matches(PLACES) || zone.equals(chosen))
                .sorted()
                .map(zone -> new Choice(
                        zone,
                        zone.replace('_', ' ') + " · " + ZoneId.of(zone).getDisplayName(TextStyle.FULL, locale),
                        zone.equals(chosen)))
                .toList();
    }
}
