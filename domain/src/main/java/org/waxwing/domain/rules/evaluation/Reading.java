package org.waxwing.domain.rules.evaluation;

import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import org.waxwing.domain.rules.RuleSubject;

/** One message while rules look at it: what was looked at once is not looked at again. */
final class Reading {
    /** A source and all tests of it. */
    record Desk(Source source, TextIndex index) {}

    private final RuleSubject mail;
    private final Instant now;
    private final List<Desk> desks;
    private final BitSet looked;
    private final BitSet passed = new BitSet();

    Reading(RuleSubject mail, List<Desk> desks, Instant now) {
        this.mail = mail;
        this.desks = desks;
        this.looked = new BitSet(desks.size());
        this.now = now;
    }

    RuleSubject mail() {
        return mail;
    }

    Instant now() {
        return now;
    }

    boolean passes(int desk, int test) {
        if (!looked.get(desk)) {
            looked.set(desk);
            var there = desks.get(desk);
            for (var text : there.source.texts(mail)) there.index.look(text, passed);
        }
        return passed.get(test);
    }
}
