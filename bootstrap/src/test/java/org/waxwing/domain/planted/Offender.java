package org.waxwing.domain.planted;

import java.sql.Connection;
import java.util.List;
import org.waxwing.domain.planted2.Accomplice;

/** Has a setter, knows SQL, and is in a circle with its accomplice. */
public class Offender {
    private List<Accomplice> accomplices = List.of();

    public void setAccomplices(List<Accomplice> accomplices) {
        this.accomplices = List.copyOf(accomplices);
    }

    public int among(List<Connection> connections) {
        return connections.size() + accomplices.size();
    }
}
