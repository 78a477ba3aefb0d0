package org.waxwing.domain.content;

import java.util.Optional;

/** Decides whether an image on somebody else's server is shown, and from where. Thread-safe. */
@FunctionalInterface
public interface RemoteImages {
    /** None are. */
    RemoteImages BLOCKED = address -> Optional.empty();

    /** The address of ours that shows it; empty when it stays away. */
    Optional<String> servedFrom(String address);
}
