package org.waxwing.persistence.jpa;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.waxwing.domain.content.UntrustedText;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.domain.mailbox.Keyword;
import org.waxwing.domain.sync.SyncStateStore;
import org.waxwing.domain.sync.Uid;

/** The jsonb columns and arguments: what is a list within a row, or a list of rows within a statement. */
final class JsonText {
    // looking the provider up is slow, and it is thread-safe
    static final JsonProvider JSON = JsonProvider.provider();

    private JsonText() {}

    static String addresses(List<EmailAddress> addresses) {
        var list = JSON.createArrayBuilder();
        for (var address : addresses)
            list.add(JSON.createObjectBuilder()
                    .add("name", address.name().value())
                    .add("email", address.address()));
        return list.build().toString();
    }

    static List<EmailAddress> addresses(String json) {
        return array(json).getValuesAs(JsonObject.class).stream()
                .map(it -> new EmailAddress(new UntrustedText(it.getString("name")), it.getString("email")))
                .toList();
    }

    /** The first {@code atMost} of these, each person once. */
    static List<EmailAddress> people(String json, int atMost) {
        var people = new LinkedHashMap<String, EmailAddress>();
        for (var address : addresses(json)) people.putIfAbsent(address.key(), address);
        return people.values().stream().limit(atMost).toList();
    }

    static String copies(Map<Uid, SyncStateStore.Copy> copies) {
        var list = JSON.createArrayBuilder();
        copies.forEach((uid, copy) -> list.add(JSON.createObjectBuilder()
                .add("uid", uid.value())
                .add("email_id", copy.email().toString())
                .add("keywords", keywords(copy.keywords()))));
        return list.build().toString();
    }

    static String marks(Map<Uid, Set<Keyword>> marks) {
        var list = JSON.createArrayBuilder();
        marks.forEach((uid, keywords) -> list.add(JSON.createObjectBuilder()
                .add("uid", uid.value())
                .add("keywords", keywords(keywords))));
        return list.build().toString();
    }

    static JsonArray array(String json) {
        try (var reader = JSON.createReader(new StringReader(json))) {
            return reader.readArray();
        }
    }

    static JsonObject object(String json) {
        try (var reader = JSON.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }

    private static JsonArrayBuilder keywords(Collection<Keyword> keywords) {
        var list = JSON.createArrayBuilder();
        keywords.stream().map(Keyword::name).sorted().forEach(list::add);
        return list;
    }
}
