package org.waxwing.domain.links;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How much two names look alike to somebody who does not look closely. */
public final class Resemblance {
    // after Unicode Technical Standard 39, cut to the letters that occur in names of hosts: what it is, what it seems
    private static final String SEEM_ALIKE = "аa бb вb гr еe ёe зz иu йu кk мm нh оo пn рp сc тt уy хx ѕs іi їi јj ԁd ԛq ԝw"
            + " һh ӏl ѵv ҽe αa βb γy δd εe ηn ιi κk νv οo ρp σo τt υu χx ωw ϲc ɑa ɡg ɩi ʟl ոn օo սu հh ցg զq"
            + " ıi łl øo đd ħh ŧt ðd þp ßb ƅb ƽs 0o 1l |l ⅼl ο0";
    private static final Map<Integer, Character> LETTERS = letters();
    private static final Set<UnicodeScript> ANYWHERE = EnumSet.of(
            UnicodeScript.COMMON, UnicodeScript.INHERITED, UnicodeScript.UNKNOWN);
    private static final Set<UnicodeScript> EAST_ASIAN = EnumSet.of(
            UnicodeScript.LATIN, UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA,
            UnicodeScript.HANGUL, UnicodeScript.BOPOMOFO);
    private static final int SHORTEST_TO_MISREAD = 7;

    private Resemblance() {}

    private static Map<Integer, Character> letters() {
        var letters = new HashMap<Integer, Character>();
        for (var pair : SEEM_ALIKE.split(" ", -1))
            letters.putIfAbsent(pair.codePointAt(0), pair.charAt(pair.length() - 1));
        return letters;
    }

    /** The Latin letters as which a name would be taken; equal for names that look the same. */
    public static String skeleton(String name) {
        var plain = Normalizer.normalize(name, Normalizer.Form.NFKD).replaceAll("\\p{M}", "");
        var seen = new StringBuilder(plain.length());
        plain.codePoints().map(Character::toLowerCase).forEach(c -> {
            var letter = LETTERS.get(c);
            if (letter == null) seen.appendCodePoint(c);
            else seen.append(letter.charValue());
        });
        return seen.toString().replace("rn", "m").replace("vv", "w").replace("cl", "d").replace('i', 'l');
    }

    /** Whether a label mixes writings that no language mixes. */
    public static boolean mixesScripts(String name) {
        for (var label : name.split("\\.", -1)) {
            var scripts = EnumSet.noneOf(UnicodeScript.class);
            label.codePoints().mapToObj(UnicodeScript::of).filter(it -> !ANYWHERE.contains(it)).forEach(scripts::add);
            if (scripts.size() > 1 && !EAST_ASIAN.containsAll(scripts)) return true;
        }
        return false;
    }

    /** Whether letters of another writing pose as Latin ones throughout. */
    public static boolean posesAsLatin(String name) {
        boolean foreign = name.codePoints().anyMatch(c -> c > 0x7F);
        return foreign && name.codePoints().anyMatch(c -> UnicodeScript.of(c) != UnicodeScript.LATIN && c > 0x7F)
                && skeleton(name).chars().allMatch(c -> c < 0x80);
    }

    /** A domain that the reader knows, looked at once for all comparisons. */
    record Familiar(String owner, String skeleton) {
        static Familiar of(HostName host) {
            var owner = host.organisation();
            return new Familiar(owner, Resemblance.skeleton(new HostName(owner).unicode()));
        }
    }

    /**
     * The familiar domain for which a host could be taken: it looks the same, is one slip of the pen away (of names with
     * {@value #SHORTEST_TO_MISREAD} letters or more), or the host begins with it and goes on. Empty for those that belong
     * to a familiar owner.
     */
    static Optional<String> posed(HostName host, Collection<Familiar> known) {
        if (host.isAddress()) return Optional.empty();
        var owner = host.organisation();
        var name = new HostName(owner).unicode();
        var seen = skeleton(name);
        var found = Optional.<String>empty();
        for (var familiar : known) {
            if (familiar.owner().equals(owner)) return Optional.empty();
            if (found.isEmpty() && poses(host.ascii(), name, seen, familiar)) found = Optional.of(familiar.owner());
        }
        return found;
    }

    private static boolean poses(String host, String name, String seen, Familiar familiar) {
        var owner = familiar.owner();
        if (host.startsWith(owner + ".") || host.contains("." + owner + ".")) return true;
        if (seen.equals(familiar.skeleton())) return true;
        return firstLabel(owner).length() >= SHORTEST_TO_MISREAD && ending(name).equals(ending(owner))
                && isOneSlipAway(firstLabel(name), firstLabel(owner));
    }

    private static String firstLabel(String name) {
        int dot = name.indexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    private static String ending(String name) {
        int dot = name.indexOf('.');
        return dot < 0 ? "" : name.substring(dot);
    }

    /** One letter more, less, other, or two neighbours exchanged. */
    static boolean isOneSlipAway(String one, String other) {
        int start = 0;
        int least = Math.min(one.length(), other.length());
        while (start < least && one.charAt(start) == other.charAt(start)) start++;
        int end = 0;
        while (end < least - start
                && one.charAt(one.length() - 1 - end) == other.charAt(other.length() - 1 - end))
            end++;
        int here = one.length() - start - end;
        int there = other.length() - start - end;
        if (here + there == 0) return false;
        if (here <= 1 && there <= 1) return true;
        return here == 2 && there == 2 && one.charAt(start) == other.charAt(start + 1)
                && one.charAt(start + 1) == other.charAt(start);
    }
}
