package org.waxwing.domain.sorting;

import java.util.List;

/**
 * Why a message is where it is, in part.
 *
 * @param arguments of its sentence, in order: numbers as digits, addresses and domains as they are
 * @param weight how much it speaks for the category in hundredths of the logarithm of the odds; below zero against it
 */
public record Reason(Ground ground, List<String> arguments, int weight) {
    public Reason {
        arguments = List.copyOf(arguments);
    }

    /** The name of its sentence in the bundles of words; of a lesson, that for the kind of its scope. */
    public String key() {
        boolean scoped = ground == Ground.TAUGHT && !arguments.isEmpty();
        return scoped ? ground.key() + "." + arguments.getFirst() : ground.key();
    }
}
