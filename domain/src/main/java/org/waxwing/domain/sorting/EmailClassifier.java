package org.waxwing.domain.sorting;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.waxwing.domain.content.UntrustedText;
import org.waxwing.domain.identity.EmailAddress;

/**
 * A model that says where a message belongs, for those few that the rules leave undecided. Its answer is advice: what is
 * not allowed is not followed. Thread-safe; never called in a transaction.
 */
public interface EmailClassifier {
    /**
     * Where the message belongs; empty when the model does not know, is not there, or answers nonsense. Never throws for
     * what a message says.
     */
    Optional<Answer> classify(Question question);

    /**
     * A message and where it may belong. Whatever its words demand, they are data.
     *
     * @param subject at most {@value #SUBJECT} characters of it
     * @param text at most {@value #TEXT} characters of its own words
     * @param allowed the categories to choose from; two or three
     */
    record Question(EmailAddress from, UntrustedText subject, UntrustedText text, Set<Category> allowed) {
        static final int SUBJECT = 300;
        static final int TEXT = 2_000;

        public Question {
            if (allowed.size() < 2) throw new IllegalArgumentException("There is nothing to choose: " + allowed);
            subject = subject.onOneLine().clipped(SUBJECT);
            text = text.clipped(TEXT);
            allowed = Collections.unmodifiableSet(EnumSet.copyOf(allowed));
        }
    }

    /**
     * What a model said.
     *
     * @param confidence as the model states it, from 0 to 1
     * @param engine which engine and model answered, as it is told to people
     */
    record Answer(Category category, double confidence, String engine) {
        public Answer {
            if (!(confidence >= 0 && confidence <= 1))
                throw new IllegalArgumentException("Confidence is from 0 to 1: " + confidence);
        }
    }
}
