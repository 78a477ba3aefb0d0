package org.waxwing.persistence.jpa;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.change.ActionLog.Entry;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.screening.Decision;
import org.waxwing.domain.signs.Template;
import org.waxwing.domain.sorting.Admission;
import org.waxwing.domain.sorting.Category;
import org.waxwing.domain.sorting.Lesson;
import org.waxwing.domain.sorting.Lesson.Scope;
import org.waxwing.domain.sorting.LessonId;
import org.waxwing.domain.sorting.Placement;

/** The column {@code sorting} of {@code mail_action_entry}. */
final class SortingEntryJson {
    private SortingEntryJson() {}

    static String write(Entry entry) {
        var json = JsonText.JSON.createObjectBuilder();
        switch (entry) {
            case Entry.Filed(var account, var before, var after, var emails) ->
                json.add("kind", "filed").add("before", placement(before)).add("after", placement(after));
            case Entry.Taught(var account, var before, var after) ->
                json.add("kind", "taught").add("before", lessons(before)).add("after", lessons(after));
            case Entry.Decided(var account, var before, var after) ->
                json.add("kind", "decided").add("before", decisions(before)).add("after", decisions(after));
            default -> throw new IllegalArgumentException("Nothing that was sorted, taught or decided");
        }
        return json.build().toString();
    }

    static Entry read(AccountId account, String text, Set<EmailId> emails) {
        var json = JsonText.object(text);
        return switch (json.getString("kind")) {
            case "filed" -> new Entry.Filed(
                    account, placement(json.getJsonObject("before")), placement(json.getJsonObject("after")), emails);
            case "taught" -> new Entry.Taught(account, lessons(json, "before"), lessons(json, "after"));
            case "decided" -> new Entry.Decided(account, decisions(json, "before"), decisions(json, "after"));
            default -> throw new IllegalStateException("An entry of a kind that nobody knows");
        };
    }

    private static JsonObjectBuilder placement(Placement placement) {
        return JsonText.JSON.createObjectBuilder()
                .add("category", placement.category().name())
                .add("admission", placement.admission().name());
    }

    private static Placement placement(JsonObject json) {
        return new Placement(
                Category.valueOf(json.getString("category")), Admission.valueOf(json.getString("admission")));
    }

    private static JsonArrayBuilder lessons(List<Lesson> lessons) {
        var list = JsonText.JSON.createArrayBuilder();
        for (var lesson : lessons) {
            var json = JsonText.JSON.createObjectBuilder()
                    .add("id", lesson.id().toString())
                    .add("category", lesson.category().name())
                    .add("at", lesson.at().toString());
            switch (lesson.scope()) {
                case Scope.OfMessage(var email) -> json.add("message", email.toString());
                case Scope.OfKind(var address, var template) ->
                    json.add("kind", address).add("template", template.hex());
                case Scope.OfSender(var address) -> json.add("sender", address);
                case Scope.OfDomain(var domain) -> json.add("domain", domain);
            }
            list.add(json);
        }
        return list;
    }

    private static List<Lesson> lessons(JsonObject json, String name) {
        return json.getJsonArray(name).getValuesAs(JsonObject.class).stream()
                .map(it -> new Lesson(
                        new LessonId(UUID.fromString(it.getString("id"))), scope(it),
                        Category.valueOf(it.getString("category")), Instant.parse(it.getString("at"))))
                .toList();
    }

    private static Scope scope(JsonObject json) {
        if (json.containsKey("message")) return new Scope.OfMessage(EmailId.of(json.getString("message")));
        if (json.containsKey("kind"))
            return new Scope.OfKind(json.getString("kind"), Template.parse(json.getString("template")));
        return json.containsKey("sender")
                ? new Scope.OfSender(json.getString("sender"))
                : new Scope.OfDomain(json.getString("domain"));
    }

    private static JsonArrayBuilder decisions(List<Decision> decisions) {
        var list = JsonText.JSON.createArrayBuilder();
        for (var it : decisions)
            list.add(JsonText.JSON.createObjectBuilder()
                    .add("who", it.who()).add("verdict", it.verdict().name()).add("at", it.at().toString()));
        return list;
    }

    private static List<Decision> decisions(JsonObject json, String name) {
        return json.getJsonArray(name).getValuesAs(JsonObject.class).stream()
                .map(it -> new Decision(
                        it.getString("who"), Decision.Verdict.valueOf(it.getString("verdict")),
                        Instant.parse(it.getString("at"))))
                .toList();
    }
}
