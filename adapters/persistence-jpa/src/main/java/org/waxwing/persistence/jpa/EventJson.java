package org.waxwing.persistence.jpa;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.List;
import org.waxwing.application.runtime.MailEvent;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.jobs.JobId;
import org.waxwing.domain.mailbox.EmailId;

/** Events as the outbox holds them: ids and a type. Every change of this form is a new version. */
final class EventJson {
    static final int VERSION = 1;

    private EventJson() {}

    static String write(MailEvent event) {
        var json = JsonText.JSON.createObjectBuilder()
                .add("owner", event.owner().toString())
                .add("account", event.account().toString());
        switch (event) {
            case MailEvent.AccountAdded added -> json.add("type", "account-added");
            case MailEvent.AccountReconnected again -> json.add("type", "account-reconnected");
            case MailEvent.AccountRemoved removed -> json.add("type", "account-removed");
            case MailEvent.AccountPaused paused -> json.add("type", "account-paused");
            case MailEvent.AccountResumed resumed -> json.add("type", "account-resumed");
            case MailEvent.SyncWanted wanted -> json.add("type", "sync-wanted");
            case MailEvent.WakeDue due -> json.add("type", "wake-due");
            case MailEvent.JobDue due -> json.add("type", "job-due").add("job", due.job().toString());
            case MailEvent.ErrandsDue due -> json.add("type", "errands-due");
            case MailEvent.AccountRead read -> json.add("type", "account-read");
            case MailEvent.EmailsArrived arrived -> json.add("type", "emails-arrived").add("emails", ids(arrived));
        }
        return json.build().toString();
    }

    static MailEvent read(String text) {
        var json = JsonText.object(text);
        var owner = PersonId.of(json.getString("owner"));
        var account = AccountId.of(json.getString("account"));
        var type = json.getString("type");
        return switch (type) {
            case "account-added" -> new MailEvent.AccountAdded(owner, account);
            case "account-reconnected" -> new MailEvent.AccountReconnected(owner, account);
            case "account-removed" -> new MailEvent.AccountRemoved(owner, account);
            case "account-paused" -> new MailEvent.AccountPaused(owner, account);
            case "account-resumed" -> new MailEvent.AccountResumed(owner, account);
            case "sync-wanted" -> new MailEvent.SyncWanted(owner, account);
            case "wake-due" -> new MailEvent.WakeDue(owner, account);
            case "job-due" -> new MailEvent.JobDue(owner, account, JobId.of(json.getString("job")));
            case "errands-due" -> new MailEvent.ErrandsDue(owner, account);
            case "account-read" -> new MailEvent.AccountRead(owner, account);
            case "emails-arrived" -> new MailEvent.EmailsArrived(owner, account, emails(json));
            default -> throw new IllegalStateException("Version " + VERSION + " has no event of type " + type);
        };
    }

    private static JsonArrayBuilder ids(MailEvent.EmailsArrived arrived) {
        var ids = JsonText.JSON.createArrayBuilder();
        arrived.emails().forEach(it -> ids.add(it.toString()));
        return ids;
    }

    private static List<EmailId> emails(JsonObject json) {
        return json.getJsonArray("emails").getValuesAs(JsonString.class).stream()
                .map(it -> EmailId.of(it.getString()))
                .toList();
    }
}
