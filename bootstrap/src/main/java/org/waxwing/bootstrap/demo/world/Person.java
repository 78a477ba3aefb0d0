package org.waxwing.bootstrap.demo.world;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Someone, or some machine, who writes mail in the demo.
 *
 * @param key the short name used in the scripts
 * @param traits how this one writes: {@code html}, {@code flowed}, {@code outlook}, {@code aw} ("AW:" for "Re:")
 * @param settings {@code lang}, {@code charset}, {@code encoding}, {@code colour}, {@code list}, {@code members}
 * @param signature its lines, none if the person does not sign
 */
record Person(
        String key,
        String name,
        String address,
        ZoneId zone,
        Set<String> traits,
        Map<String, String> settings,
        List<String> signature) {
    Person {
        traits = Set.copyOf(traits);
        settings = Map.copyOf(settings);
        signature = List.copyOf(signature);
    }

    String domain() {
        return address.substring(address.indexOf('@') + 1);
    }

    boolean is(String trait) {
        return traits.contains(trait);
    }

    String setting(String name, String otherwise) {
        return settings.getOrDefault(name, otherwise);
    }

    /** A mailing list or a team address stands for several people. */
    List<String> members() {
        var members = setting("members", "");
        return members.isEmpty() ? List.of() : List.of(members.split(",", -1));
    }

    boolean isMailingList() {
        return settings.containsKey("list");
    }
}
