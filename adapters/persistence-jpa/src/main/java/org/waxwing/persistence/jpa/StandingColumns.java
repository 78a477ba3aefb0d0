package org.waxwing.persistence.jpa;

import static org.waxwing.persistence.jpa.Sql.instant;

import jakarta.json.JsonObject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.waxwing.domain.triage.Standing;
import org.waxwing.domain.triage.Standing.Comeback;
import org.waxwing.domain.triage.Standing.Pile;
import org.waxwing.domain.triage.Standing.Place;

/** A {@link Standing} as the columns of {@code thread_standing}, and as one value where an action remembers it. */
final class StandingColumns {
    private static final String SNOOZED = "SNOOZED";

    private StandingColumns() {}

    /** Of a row that may be missing: all columns are empty then. */
    static Standing of(ResultSet row) throws SQLException {
        boolean muted = row.getBoolean("muted");
        return new Standing(place(row), muted, comeback(row));
    }

    private static Place place(ResultSet row) throws SQLException {
        var place = row.getString("place");
        if (place == null) return new Place.Usual();
        var since = instant(row, "since");
        return place.equals(SNOOZED)
                ? new Place.Snoozed(since, instant(row, "snoozed_until"))
                : new Place.OnPile(Pile.valueOf(place), since);
    }

    private static Comeback comeback(ResultSet row) throws SQLException {
        return row.getObject("returned_at") == null
                ? new Comeback.None()
                : new Comeback.Came(instant(row, "returned_at"), !row.getBoolean("fresh"), row.getBoolean("held"));
    }

    /** The name of a place; empty for none. */
    static String place(Standing standing) {
        return switch (standing.place()) {
            case Place.Usual() -> "";
            case Place.Snoozed(var since, var until) -> SNOOZED;
            case Place.OnPile(var pile, var since) -> pile.name();
        };
    }

    static String since(Standing standing) {
        return switch (standing.place()) {
            case Place.Usual() -> "";
            case Place.Snoozed(var since, var until) -> since.toString();
            case Place.OnPile(var pile, var since) -> since.toString();
        };
    }

    static String until(Standing standing) {
        return standing.place() instanceof Place.Snoozed(var since, var until) ? until.toString() : "";
    }

    static String returned(Standing standing) {
        return standing.comeback() instanceof Comeback.Came(var at, var seen, var held) ? at.toString() : "";
    }

    static boolean isHeld(Standing standing) {
        return standing.comeback() instanceof Comeback.Came(var at, var seen, var held) && held;
    }

    static String json(Standing standing) {
        return JsonText.JSON.createObjectBuilder()
                .add("place", place(standing))
                .add("since", since(standing))
                .add("until", until(standing))
                .add("muted", standing.muted())
                .add("returned", returned(standing))
                .add("fresh", standing.isFresh())
                .add("held", isHeld(standing))
                .build()
                .toString();
    }

    static Standing of(String text) {
        var json = JsonText.object(text);
        return new Standing(place(json), json.getBoolean("muted"), comeback(json));
    }

    private static Place place(JsonObject json) {
        var place = json.getString("place");
        if (place.isEmpty()) return new Place.Usual();
        var since = Instant.parse(json.getString("since"));
        return place.equals(SNOOZED)
                ? new Place.Snoozed(since, Instant.parse(json.getString("until")))
                : new Place.OnPile(Pile.valueOf(place), since);
    }

    private static Comeback comeback(JsonObject json) {
        var returned = json.getString("returned");
        return returned.isEmpty()
                ? new Comeback.None()
                : new Comeback.Came(Instant.parse(returned), !json.getBoolean("fresh"), json.getBoolean("held"));
    }
}
