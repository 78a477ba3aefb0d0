package org.waxwing.bootstrap.demo.world;

import java.util.ArrayList;
import java.util.List;

/** Codes to type in within ten minutes, and notes about sign-ins: mail that is worth nothing an hour later. */
final class SignInCodes {
    private static final int[] DAYS = {402, 176, 33, 12};
    private static final List<String> PLACES = List.of("Nightjar on Linux", "a telephone", "Nightjar on Linux",
            "a borrowed computer in Wattenheim");

    private final Fingerprint chance;

    SignInCodes(Fingerprint chance) {
        this.chance = chance;
    }

    /** In the notation of {@link Script}. */
    List<String> script() {
        var lines = new ArrayList<String>();
        for (var owner : List.of("alice", "bob")) {
            for (int day : DAYS) {
                var key = owner + day;
                var time = "%02d:%02d".formatted(8 + chance.below(12, key), chance.below(60, key + "m"));
                if (chance.below(3, key + "kind") == 0) addSignIn(lines, key, "-" + day + "d " + time, owner);
                else addCode(lines, key, "-" + day + "d " + time, owner);
            }
        }
        addCode(lines, "alice-now", "-34m", "alice");
        addSignIn(lines, "bob-now", "-5h12m", "bob");
        return lines;
    }

    private void addCode(List<String> lines, String key, String when, String owner) {
        var bank = chance.below(2, key + "sender") == 0;
        var code = "%03d %03d".formatted(chance.below(1000, key + "1"), chance.below(1000, key + "2"));
        lines.addAll(List.of(
                "@ " + key + " " + when + " " + (bank ? "deichbank" : "schluessel") + " > " + owner,
                "S: " + (bank ? "Your Deichbank code is " + code : code + " is your code"),
                "T: notice",
                "",
                bank ? "To confirm the transfer, type in this code:" : "To sign in on a new device, type in this code:",
                "",
                "[[code " + code + "]]",
                "",
                "It is good for ten minutes and for one use. Nobody from us will ever ask you for it.",
                ""));
    }

    private void addSignIn(List<String> lines, String key, String when, String owner) {
        lines.addAll(List.of(
                "@ " + key + " " + when + " schluessel > " + owner,
                "S: New sign-in to your account",
                "T: notice",
                "",
                "Somebody, we hope it was you, has just signed in.",
                "",
                "With :: " + PLACES.get(chance.below(PLACES.size(), key + "place")),
                "Near :: the canal",
                "",
                "-> That was not me | /sign-ins",
                ""));
    }
}
