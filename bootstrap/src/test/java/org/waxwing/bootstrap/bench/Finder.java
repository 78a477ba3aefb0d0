package org.waxwing.bootstrap.bench;

import jakarta.json.JsonObject;
import java.io.IOException;

/** Finds messages by a word of their subject: by searching, or in the list while there is no search. */
final class Finder {
    private final Api api;
    private final String account;
    private final boolean searches;

    private Finder(Api api, String account, boolean searches) {
        this.api = api;
        this.account = account;
        this.searches = searches;
    }

    static Finder of(Api api, String account) throws IOException, InterruptedException {
        return new Finder(api, account, api.has("search?q=anything&limit=1"));
    }

    String way() {
        return searches ? "found by the search" : "shown by the list (there is no search)";
    }

    /** How many of the newest messages have the word. */
    int count(String word) throws IOException, InterruptedException {
        if (searches) return api.read("search?q=" + word + "&limit=50").getInt("total");
        var rows = api.read("messages?view=all&limit=50&accountId=" + account).getJsonArray("items");
        return (int) rows.getValuesAs(JsonObject.class).stream()
                .filter(row -> row.getString("subject").contains(word))
                .count();
    }
}
