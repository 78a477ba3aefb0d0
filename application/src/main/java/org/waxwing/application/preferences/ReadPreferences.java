package org.waxwing.application.preferences;

import org.waxwing.application.runtime.Actor;
import org.waxwing.application.runtime.PreferenceCache;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.preferences.PreferenceStore;
import org.waxwing.domain.preferences.Preferences;

/** What a person chose about their pages. Asked by every request, so it is answered from memory where it can be. */
public class ReadPreferences {
    private final Transactions transactions;
    private final PreferenceStore store;
    private final PreferenceCache cache;

    public ReadPreferences(Transactions transactions, PreferenceStore store, PreferenceCache cache) {
        this.transactions = transactions;
        this.store = store;
        this.cache = cache;
    }

    /** What holds for {@code person}. */
    public Preferences of(PersonId person) {
        return cache.of(person, () -> transactions.call(Actor.of(person), () -> store.of(person)));
    }
}
