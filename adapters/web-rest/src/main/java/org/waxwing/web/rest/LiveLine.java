package org.waxwing.web.rest;

import java.io.IOException;

/** A connection to one listener. Its methods may take their time and are called by one thread. */
interface LiveLine {
    /**
     * Opens the stream and tells how soon to come back when it breaks.
     *
     * @param position where the stream stands; empty for somebody who is still to get what they missed
     */
    void open(String position) throws IOException;

    /** Sends an event. */
    void send(LiveFrame frame) throws IOException;

    /** Sends a comment, which keeps the line open and shows whether it still is. */
    void beat() throws IOException;

    /** Ends the stream; safe to repeat. */
    void close();
}
