package org.waxwing.domain.sorting;

import org.waxwing.domain.sorting.Relationship.Tie;

/** A single fact that would put a message elsewhere, worked out by weighing it again. */
public sealed interface Alternative {
    /** Where it would be. */
    Category category();

    /** The name of its sentence in the bundles of words. The first argument is the category. */
    String key();

    /** If its reader had this tie to the sender. */
    record Had(Tie tie, Category category) implements Alternative {
        @Override
        public String key() {
            return "sorting.would.had." + Ground.camel(tie.name());
        }
    }

    /** If its reader did not have this tie to the sender. */
    record HadNot(Tie tie, Category category) implements Alternative {
        @Override
        public String key() {
            return "sorting.would.hadNot." + Ground.camel(tie.name());
        }
    }

    /** If it did not show this; the second argument of the sentence is that of the ground. */
    record Without(Ground ground, Category category) implements Alternative {
        @Override
        public String key() {
            return "sorting.would.without";
        }
    }

    /** If its reader had not taught otherwise. */
    record Untaught(Category category) implements Alternative {
        @Override
        public String key() {
            return "sorting.would.untaught";
        }
    }
}
