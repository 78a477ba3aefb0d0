package org.waxwing.domain.signs;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A group of phrases of the vocabulary. Its name in lower case is what the lines of the vocabulary begin with. */
enum Wording {
    RECEIPT(Topic.RECEIPT),
    ORDER(Topic.ORDER),
    INVOICE(Topic.INVOICE),
    BOOKING(Topic.BOOKING),
    SHIPPING(Topic.SHIPPING),
    CODE(Topic.CODE),
    ACCOUNT(Topic.ACCOUNT),
    ALERT(Topic.ALERT),
    STATEMENT(Topic.STATEMENT),
    TICKET(Topic.TICKET),
    APPOINTMENT(Topic.APPOINTMENT),
    NEWSLETTER(Topic.NEWSLETTER),
    OFFER(Topic.OFFER),
    NETWORK(Topic.NETWORK),
    EVENT(Topic.EVENT),
    APPEAL(Topic.APPEAL),
    /** How to leave a list. */
    LEAVE(null),
    /** Where to read it in the browser. */
    BROWSER(null),
    /** That a machine wrote. */
    AUTOMATIC(null),
    /** Dear customer. */
    GENERIC(null),
    /** Dear readers. */
    AUDIENCE(null),
    /** This is a service message. */
    SERVICE(null),
    /** What strangers sell to firms. */
    PITCH(null),
    /** What customers and guests ask strangers. */
    ASK(null),
    /** As you told me. */
    SHARED(null),
    /** Wrote to you. */
    RELAY(null),
    /** What stands before a sum. */
    TOTAL(null),
    /** Your team. */
    TEAM(null),
    GREETING(null),
    CLOSING(null),
    /** I, me, my. */
    SELF(null),
    /** What buttons say in the name of whoever presses them: "it was me", "show me". */
    BUTTON(null),
    /** We, our, us. */
    OURS(null),
    /** What people say to each other. */
    PERSONAL(null),
    /** What stands before the number of an order or a bill. */
    LABEL(null);

    // an enum's constants are compared by name, and a topic is one
    private final @Nullable Topic topic;

    Wording(@Nullable Topic topic) {
        this.topic = topic;
    }

    /** The topic that these phrases tell; none for those that tell something else. */
    @Nullable
    Topic topic() {
        return topic;
    }

    static Wording named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }
}
