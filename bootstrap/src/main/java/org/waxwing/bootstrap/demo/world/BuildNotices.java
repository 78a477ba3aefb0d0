package org.waxwing.bootstrap.demo.world;

import java.util.ArrayList;
import java.util.List;

/** What the build machine has to say over two years, more often lately: failed, repaired, released. */
final class BuildNotices {
    private static final int COUNT = 13;
    private static final int DAYS = 480;

    private static final List<String> PROJECTS = List.of("perch-firmware", "ingest", "map-web", "bench-tools");
    private static final List<String> AUTHORS = List.of("Bob Keller", "Lena Brandt", "Tomasz Wójcik", "Bob Keller");
    private static final List<String> LATER_AUTHORS = List.of("Farah Siddiqui", "Lena Brandt", "Bob Keller",
            "Jonas Weidner");
    private static final List<String> CHANGES = List.of(
            "Close files before the card gets busy",
            "Blink three times, then never again",
            "Say UTC behind the time",
            "Do not round the gain twice",
            "Read back what was stored before confirming it",
            "Sleep without the level shifter",
            "Count dawn from the sun and not from six o'clock",
            "Spanish manual, chapter 4",
            "Refuse header fields nobody knows",
            "Keep both converters until one clips",
            "Make the map load when there are no stations",
            "Remove a comment that says temporary");
    private static final List<String> FAILURES = List.of(
            "CardTest.survives_removal_while_writing :: expected 48 files, found 47",
            "ClockTest.leap_second_is_not_a_crow :: 61 is not a second",
            "GainTest.loud_after_quiet :: clipped for 12 ms",
            "UploadTest.resumes_after_a_tunnel :: read timed out after 30 s",
            "MapTest.draws_a_station_on_the_date_line :: drawn twice",
            "PowerTest.sleeps_below_40_microamps :: 58.3 measured",
            "DetectorTest.redwing_in_rain :: 3 of 14 found, 9 wanted");
    private static final List<String> RELEASE_LINES = List.of(
            "Nothing to do for you; stations fetch it within a day.",
            "Stations in winter mode fetch it at their next dawn.",
            "Seven stations are held back until somebody has looked at them.");

    private final Fingerprint chance;

    BuildNotices(Fingerprint chance) {
        this.chance = chance;
    }

    /** In the notation of {@link Script}. */
    List<String> script() {
        var lines = new ArrayList<String>();
        lines.add("folder: bob=Tracker");
        for (int i = 0; i < COUNT; i++) {
            var key = "b" + i;
            // the square makes the gaps smaller towards the present
            var left = COUNT - i;
            var day = 2 + DAYS * left * left / (COUNT * COUNT);
            add(lines, key, i, day);
        }
        addFailureOfThisMorning(lines);
        return lines;
    }

    private void add(List<String> lines, String key, int index, int day) {
        var project = pick(PROJECTS, key + "project");
        var author = pick(day > 85 ? AUTHORS : day > 30 ? LATER_AUTHORS.subList(0, 3) : LATER_AUTHORS, key + "author");
        var change = pick(CHANGES, key + "change");
        var number = 700 + index * 90 + chance.below(30, key);
        var time = "%02d:%02d".formatted(8 + chance.below(10, key + "hour"), chance.below(60, key + "minute"));
        lines.add("@ %s -%db %s builds > bob".formatted(key, day, time));
        switch (chance.below(5, key + "kind")) {
            case 0, 1 -> addFailure(lines, project, number, author, change, pick(FAILURES, key + "failure"));
            case 2 -> addRelease(lines, key, project, index);
            default -> addRepair(lines, project, number, author, change);
        }
    }

    private static void addFailure(
            List<String> lines, String project, int number, String author, String change, String failure) {
        lines.add("S: Failed: " + project + " #" + number + " (" + change + ")");
        addAll(
                lines,
                "T: notice",
                "",
                "Build *#" + number + "* of " + project + " failed in the tests. One of them is new.",
                "",
                "Change :: " + change,
                "By :: " + author,
                failure,
                "",
                "-> See the log | /" + project + "/" + number,
                "");
    }

    private static void addRepair(List<String> lines, String project, int number, String author, String change) {
        lines.add("S: Fixed: " + project + " #" + number);
        addAll(
                lines,
                "T: notice",
                "",
                "Green again after \"" + change + "\" by " + author + ".",
                "",
                "Tests :: " + (1200 + number) + ", all passed",
                "Took :: " + (2 + number % 4) + " min",
                "",
                "-> Build #" + number + " | /" + project + "/" + number,
                "");
    }

    private void addRelease(List<String> lines, String key, String project, int index) {
        var version = (2 + index / 12) + "." + (index % 12) + "." + chance.below(6, key + "patch");
        lines.add("S: Released: " + project + " " + version);
        addAll(
                lines,
                "T: notice",
                "",
                project + " *" + version + "* is out. " + pick(RELEASE_LINES, key + "release"),
                "",
                "- " + pick(CHANGES, key + "first"),
                "- " + pick(CHANGES, key + "second"),
                "",
                "-> Notes | /" + project + "/releases/" + version,
                "");
    }

    /** There is always one. */
    private static void addFailureOfThisMorning(List<String> lines) {
        lines.add("@ today -1h35m builds > bob");
        addFailure(
                lines,
                "perch-firmware",
                1904,
                "Farah Siddiqui",
                "Survive a flood",
                "SinkTest.closes_before_the_water_comes :: towel not found");
    }

    private static void addAll(List<String> lines, String... more) {
        lines.addAll(List.of(more));
    }

    private String pick(List<String> from, String why) {
        return from.get(chance.below(from.size(), why));
    }
}
