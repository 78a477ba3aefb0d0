package org.waxwing.web.rest.planted;

import jakarta.persistence.EntityManager;
import java.nio.file.Path;
import java.util.Map;
import org.waxwing.bootstrap.settings.Settings;
import org.waxwing.runtime.jakarta.TimeOrderedIds;

/** Reaches over the fence to a vendor, into another adapter and into the wiring. */
public record Trespasser(EntityManager database, TimeOrderedIds ids) {
    public Settings settings() {
        return Settings.of(Map.of(), Path.of("."));
    }
}
