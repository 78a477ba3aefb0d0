package org.waxwing.domain.signs;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a message shows. Written as one line of text and stored beside it: {@code 1 s=list_id,unsubscribe t=offer:subject
 * n=12,3,1,240 k=00ff…}.
 *
 * @param version of the reader that saw this; see {@link #isCurrent()}
 * @param seen facts
 * @param topics what it is about, by where that was met
 * @param links to the web
 * @param images shown
 * @param recipients named in To and Cc
 * @param words of its own, roughly
 * @param template the form it was made from
 */
public record Signs(
        int version,
        Set<Sign> seen,
        Map<Topic, Mention> topics,
        int links,
        int images,
        int recipients,
        int words,
        Template template) {
    /** Of what is seen now. Grows when readers see more; then stored mail has to be read anew to profit. */
    public static final int VERSION = 3;

    private static final Map<String, Sign> SIGNS = byName(Sign.values());
    private static final Map<String, Topic> TOPICS = byName(Topic.values());
    private static final Map<String, Mention> MENTIONS = byName(Mention.values());
    private static final int FIGURES = 4;

    public Signs {
        if (version < 1) throw new IllegalArgumentException("Versions are counted from 1: " + version);
        var signs = EnumSet.noneOf(Sign.class);
        signs.addAll(seen);
        seen = Collections.unmodifiableSet(signs);
        var all = new EnumMap<Topic, Mention>(Topic.class);
        all.putAll(topics);
        topics = Collections.unmodifiableMap(all);
    }

    /** Whether this fact was seen. */
    public boolean has(Sign sign) {
        return seen.contains(sign);
    }

    /** Whether any of these facts was seen. */
    public boolean hasAny(Collection<Sign> some) {
        for (var sign : some) if (seen.contains(sign)) return true;
        return false;
    }

    /** What would have been seen if this fact were not. */
    public Signs without(Sign sign) {
        var others = EnumSet.noneOf(Sign.class);
        others.addAll(seen);
        others.remove(sign);
        return new Signs(version, others, topics, links, images, recipients, words, template);
    }

    /** What would have been seen if nothing were said about this. */
    public Signs without(Topic topic) {
        var others = new EnumMap<Topic, Mention>(Topic.class);
        others.putAll(topics);
        others.remove(topic);
        return new Signs(version, seen, others, links, images, recipients, words, template);
    }

    /** Whether a reader of today would see no more. */
    public boolean isCurrent() {
        return version >= VERSION;
    }

    /** On one line of ASCII, without the message's own words. */
    public String write() {
        var line = new StringBuilder(160).append(version);
        if (!seen.isEmpty()) line.append(" s=").append(seen.stream().map(Signs::name).collect(Collectors.joining(",")));
        if (!topics.isEmpty())
            line.append(" t=").append(topics.entrySet().stream()
                    .map(it -> name(it.getKey()) + ":" + name(it.getValue()))
                    .collect(Collectors.joining(",")));
        line.append(" n=").append(links).append(',').append(images).append(',').append(recipients).append(',')
                .append(words);
        if (template.isMeaningful()) line.append(" k=").append(template.hex());
        return line.toString();
    }

    /**
     * What {@link #write} wrote, in this or another version; facts that are not known here are passed over.
     *
     * @throws IllegalArgumentException nothing of the kind
     */
    public static Signs parse(String line) {
        var parts = line.split(" ", -1);
        var seen = EnumSet.noneOf(Sign.class);
        var topics = new EnumMap<Topic, Mention>(Topic.class);
        var figures = new int[FIGURES];
        var template = Template.NONE;
        for (int i = 1; i < parts.length; i++) {
            var value = parts[i].length() > 2 ? parts[i].substring(2) : "";
            if (parts[i].startsWith("s=")) seen(value, seen);
            else if (parts[i].startsWith("t=")) topics(value, topics);
            else if (parts[i].startsWith("n=")) figures(value, figures);
            else if (parts[i].startsWith("k=")) template = Template.parse(value);
        }
        return new Signs(
                Integer.parseInt(parts[0]), seen, topics, figures[0], figures[1], figures[2], figures[3], template);
    }

    private static void seen(String names, Set<Sign> seen) {
        for (var name : names.split(",", -1)) {
            var sign = SIGNS.get(name);
            if (sign != null) seen.add(sign);
        }
    }

    private static void topics(String names, Map<Topic, Mention> topics) {
        for (var name : names.split(",", -1)) {
            int colon = name.indexOf(':');
            if (colon < 0) continue;
            var topic = TOPICS.get(name.substring(0, colon));
            var mention = MENTIONS.get(name.substring(colon + 1));
            if (topic != null && mention != null) topics.put(topic, mention);
        }
    }

    private static void figures(String values, int[] figures) {
        var parts = values.split(",", -1);
        for (int i = 0; i < Math.min(figures.length, parts.length); i++) figures[i] = Integer.parseInt(parts[i]);
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static <E extends Enum<E>> Map<String, E> byName(E[] constants) {
        var names = new HashMap<String, E>();
        for (var constant : constants) names.put(name(constant), constant);
        return Map.copyOf(names);
    }
}
