package org.waxwing.application.preferences;

import java.util.Map;
import org.waxwing.application.runtime.Actor;
import org.waxwing.application.runtime.PreferenceCache;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.preferences.Preference;
import org.waxwing.domain.preferences.PreferenceStore;
import org.waxwing.domain.preferences.Preferences;

/** Lets a person choose. */
public class ChangePreferences {
    private final Transactions transactions;
    private final PreferenceStore store;
    private final PreferenceCache cache;

    public ChangePreferences(Transactions transactions, PreferenceStore store, PreferenceCache cache) {
        this.transactions = transactions;
        this.store = store;
        this.cache = cache;
    }

    /**
     * Keeps these choices; gives everything that holds from now on.
     *
     * @throws IllegalArgumentException one of them cannot be chosen
     */
    public Preferences change(PersonId person, Map<Preference, String> choices) {
        choices.forEach((preference, choice) -> {
            if (!preference.allows(choice))
                throw new IllegalArgumentException("Not to be chosen for " + preference + ": " + choice);
        });
        var now = transactions.call(Actor.of(person), () -> {
            store.choose(person, choices);
            return store.of(person);
        });
        cache.forget(person);
        return now;
    }
}
