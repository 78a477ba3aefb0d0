package org.waxwing.web.rest;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.waxwing.application.runtime.LiveUpdate;

/**
 * One event as it goes over the line.
 *
 * @param id where the stream stands behind it
 * @param name {@code message}, {@code notice}, {@code thread}, {@code counts}, {@code sync}, {@code refusal}, or {@code reset} for whoever missed some;
 *     never {@code open} or {@code error}, which browsers use for the line itself
 * @param data a JSON object of ids
 */
record LiveFrame(String id, String name, String data) {
    /** What an event says, before it has its place in a stream. */
    record Said(String name, String data) {}

    /** What these updates say, each thing once; counts come last, because the others change them. */
    static Set<Said> said(List<LiveUpdate> updates) {
        var said = new LinkedHashSet<Said>();
        boolean counted = false;
        for (var update : updates) {
            said.add(said(update));
            counted |= changesCounts(update);
        }
        if (counted) said.add(new Said("counts", "{}"));
        return said;
    }

    static LiveFrame reset(String id) {
        return new LiveFrame(id, "reset", "{}");
    }

    // ids are UUIDs: nothing in them needs escaping
    private static Said said(LiveUpdate update) {
        return switch (update) {
            case LiveUpdate.NewMessage(var account, var thread, var email) -> new Said(
                    "message",
                    "{\"accountId\":\"" + account + "\",\"threadId\":\"" + thread + "\",\"id\":\"" + email + "\"}");
            case LiveUpdate.Notice(var account, var thread, var email) -> new Said(
                    "notice",
                    "{\"accountId\":\"" + account + "\",\"threadId\":\"" + thread + "\",\"id\":\"" + email + "\"}");
            case LiveUpdate.MailChanged(var account) -> new Said("thread", "{\"accountId\":\"" + account + "\"}");
            case LiveUpdate.SyncChanged(var account) -> new Said("sync", "{\"accountId\":\"" + account + "\"}");
            case LiveUpdate.ChangeRefused(var account) -> new Said(
                    "refusal", "{\"accountId\":\"" + account + "\"}");
        };
    }

    private static boolean changesCounts(LiveUpdate update) {
        return switch (update) {
            case LiveUpdate.NewMessage message -> true;
            case LiveUpdate.Notice notice -> false;
            case LiveUpdate.MailChanged changed -> true;
            case LiveUpdate.SyncChanged changed -> false;
            case LiveUpdate.ChangeRefused refused -> false;
        };
    }
}
