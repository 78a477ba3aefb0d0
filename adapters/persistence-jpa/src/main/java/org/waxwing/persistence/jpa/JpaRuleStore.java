package org.waxwing.persistence.jpa;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.waxwing.domain.rules.Rule;
import org.waxwing.domain.rules.RuleBook;
import org.waxwing.domain.rules.RuleOwner;
import org.waxwing.domain.rules.RuleStore;
import org.waxwing.domain.rules.json.RuleJson;
import org.waxwing.domain.rules.json.RuleJsonException;

/** One row for each owner in {@code rules_of_person} and {@code rules_of_organisation}. */
public final class JpaRuleStore implements RuleStore {
    private final Sql sql;

    public JpaRuleStore(EntityManager database) {
        this.sql = new Sql(database);
    }

    /** Where the rules of an owner are. */
    private record Row(String table, UUID owner) {
        static Row of(RuleOwner owner) {
            return switch (owner) {
                case RuleOwner.Somebody(var person) -> new Row("rules_of_person", person.value());
                case RuleOwner.Organisation(var organisation) ->
                    new Row("rules_of_organisation", organisation.value());
            };
        }
    }

    @Override
    public RuleBook of(RuleOwner owner) {
        var at = Row.of(owner);
        return sql.list(
                row -> new RuleBook(owner, rules(row.getString("rules"), owner), row.getLong("version")),
                "select version, rules from " + at.table() + " where owner_id = ?", at.owner()).stream()
                .findFirst()
                .orElseGet(() -> RuleBook.emptyOf(owner));
    }

    private static List<Rule> rules(String json, RuleOwner owner) {
        try {
            return RuleJson.rules(json, owner);
        } catch (RuleJsonException e) {
            throw new IllegalStateException("The stored rules of " + owner + " cannot be read", e);
        }
    }

    @Override
    public Optional<RuleBook> keep(RuleBook changed) {
        var at = Row.of(changed.owner());
        var json = RuleJson.written(changed.rules());
        int kept = changed.version() == 0
                ? sql.run("insert into " + at.table() + " (owner_id, version, rules) values (?, 1, ?::jsonb)"
                        + " on conflict (owner_id) do nothing", at.owner(), json)
                : sql.run("update " + at.table() + " set version = version + 1, rules = ?::jsonb"
                        + " where owner_id = ? and version = ?", json, at.owner(), changed.version());
        return kept == 0
                ? Optional.empty()
                : Optional.of(new RuleBook(changed.owner(), changed.rules(), changed.version() + 1));
    }
}
