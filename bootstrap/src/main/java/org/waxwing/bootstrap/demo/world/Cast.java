package org.waxwing.bootstrap.demo.world;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** Everybody, by key. One line each: {@code key | Name | address | zone | traits and name=value settings | signature}. */
final class Cast {
    private final Map<String, Person> people = new HashMap<>();

    /** @throws IllegalArgumentException naming the line that does not fit */
    Cast(List<String> lines) {
        for (var line : lines) {
            if (line.isBlank() || line.startsWith("#")) continue;
            var field = line.split("\\s*\\|\\s*", -1);
            if (field.length != 6) throw new IllegalArgumentException("Not six fields: " + line);
            var traits = new HashSet<String>();
            var settings = new HashMap<String, String>();
            for (var word : field[4].split(" ", -1)) {
                var equals = word.indexOf('=');
                if (equals > 0) settings.put(word.substring(0, equals), word.substring(equals + 1));
                else if (!word.isEmpty()) traits.add(word);
            }
            var signature = field[5].isBlank() ? List.<String>of() : List.of(field[5].split(" / ", -1));
            people.put(
                    field[0],
                    new Person(field[0], field[1], field[2], ZoneId.of(field[3]), traits, settings, signature));
        }
    }

    /** @throws IllegalArgumentException when nobody has that key */
    Person person(String key) {
        var person = people.get(key);
        if (person == null) throw new IllegalArgumentException("Nobody is called " + key);
        return person;
    }

    /** The people of a comma-separated list of keys; empty for an empty text. */
    List<Person> people(String keys) {
        var found = new ArrayList<Person>();
        for (var key : keys.split(",", -1)) if (!key.isBlank()) found.add(person(key.strip()));
        return found;
    }
}
