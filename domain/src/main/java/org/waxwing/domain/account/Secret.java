package org.waxwing.domain.account;

/** A password or token. Never shown: its text form hides it, so that it cannot slip into a log or an error. */
public record Secret(String value) {
    public Secret {
        if (value.isEmpty()) throw new IllegalArgumentException("An empty secret opens nothing");
    }

    @Override
    public String toString() {
        return "Secret[hidden]";
    }
}
