package org.waxwing.messaging.jms;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.StringReader;
import org.waxwing.application.runtime.MailEvent;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.jobs.JobId;
import org.waxwing.domain.mailbox.EmailId;

/** An event as the text of a message: its kind and its ids, in JSON. */
final class EventMessage {
    private EventMessage() {}

    static String of(MailEvent event) {
        var json = Json.createObjectBuilder()
                .add("owner", event.owner().toString())
                .add("account", event.account().toString());
        switch (event) {
            case MailEvent.AccountAdded added -> json.add("kind", "account-added");
            case MailEvent.AccountReconnected again -> json.add("kind", "account-reconnected");
            case MailEvent.AccountRemoved removed -> json.add("kind", "account-removed");
            case MailEvent.AccountPaused paused -> json.add("kind", "account-paused");
            case MailEvent.AccountResumed resumed -> json.add("kind", "account-resumed");
            case MailEvent.SyncWanted wanted -> json.add("kind", "sync-wanted");
            case MailEvent.WakeDue due -> json.add("kind", "wake-due");
            case MailEvent.ErrandsDue due -> json.add("kind", "errands-due");
            case MailEvent.AccountRead read -> json.add("kind", "account-read");
            case MailEvent.JobDue due -> json.add("kind", "job-due").add("job", due.job().toString());
            case MailEvent.EmailsArrived arrived -> {
                var emails = Json.createArrayBuilder();
                arrived.emails().forEach(id -> emails.add(id.toString()));
                json.add("kind", "emails-arrived").add("emails", emails);
            }
        }
        return json.build().toString();
    }

    static MailEvent toEvent(String text) {
        JsonObject json;
        try (var reader = Json.createReader(new StringReader(text))) {
            json = reader.readObject();
        }
        var owner = PersonId.of(json.getString("owner"));
        var account = AccountId.of(json.getString("account"));
        var kind = json.getString("kind");
        return switch (kind) {
            case "account-added" -> new MailEvent.AccountAdded(owner, account);
            case "account-reconnected" -> new MailEvent.AccountReconnected(owner, account);
            case "account-removed" -> new MailEvent.AccountRemoved(owner, account);
            case "account-paused" -> new MailEvent.AccountPaused(owner, account);
            case "account-resumed" -> new MailEvent.AccountResumed(owner, account);
            case "sync-wanted" -> new MailEvent.SyncWanted(owner, account);
            case "wake-due" -> new MailEvent.WakeDue(owner, account);
            case "errands-due" -> new MailEvent.ErrandsDue(owner, account);
            case "account-read" -> new MailEvent.AccountRead(owner, account);
            case "job-due" -> new MailEvent.JobDue(owner, account, JobId.of(json.getString("job")));
            case "emails-arrived" -> new MailEvent.EmailsArrived(owner, account,
                    json.getJsonArray("emails").getValuesAs(JsonString.class).stream()
                            .map(id -> EmailId.of(id.getString()))
                            .toList());
            default -> throw new IllegalArgumentException("No event is called " + kind);
        };
    }
}
