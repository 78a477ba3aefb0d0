package org.waxwing.bootstrap.demo.world;

import java.util.List;

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

    /** Where this one puts what is done with; the shared desk was set up by somebody who calls it that. */
    public String archive() {
        return this == STUDIO ? "Archiv" : "Archive";
    }

    /** The folders that are there even when nothing is in them. */
    public List<String> folders() {
        return List.of("INBOX", "Drafts", "Sent", archive(), "Junk", "Trash");
    }
}
