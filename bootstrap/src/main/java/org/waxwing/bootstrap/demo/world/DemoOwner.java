package org.waxwing.bootstrap.demo.world;

/** The people, and the one shared desk, who have a mailbox in the demo. The password equals the login on purpose. */
public enum DemoOwner {
    ALICE("alice", "Alice Hartmann"),
    BOB("bob", "Bob Keller"),
    STUDIO("studio", "Waxwing Studio");

    private final String login;
    private final String displayName;

    DemoOwner(String login, String displayName) {
        this.login = login;
        this.displayName = displayName;
    }

    /** The name to sign in with, by IMAP and by SMTP. */
    public String login() {
        return login;
    }

    public String password() {
        return login;
    }

    public String displayName() {
        return displayName;
    }

    public String address() {
        return login + "@waxwing.example";
    }
}
