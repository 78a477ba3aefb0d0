package org.waxwing.application.rules;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.waxwing.application.change.ActForOwner;
import org.waxwing.application.change.ActForOwner.Wish;
import org.waxwing.application.runtime.LiveUpdate;
import org.waxwing.application.runtime.LiveUpdates;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.application.sorting.FileByRule;
import org.waxwing.application.sorting.FiledEntries;
import org.waxwing.application.sorting.Refile;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.change.ActionId;
import org.waxwing.domain.change.ActionLog;
import org.waxwing.domain.change.Deed;
import org.waxwing.domain.history.HistoryLine;
import org.waxwing.domain.history.HistoryLine.Engine;
import org.waxwing.domain.history.MailHistory;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.mailbox.MailStore;
import org.waxwing.domain.preferences.Preference;
import org.waxwing.domain.preferences.PreferenceStore;
import org.waxwing.domain.rules.Action;
import org.waxwing.domain.rules.Rule;
import org.waxwing.domain.rules.RuleId;
import org.waxwing.domain.rules.evaluation.Verdict;
import org.waxwing.domain.sorting.Category;

/**
 * Does what rules say about messages: one action for each rule, that can be undone, and a line in the history for each
 * thing that was done. What is to be sent to others is written down with it, and sent afterwards.
 */
public class RuleEffects {
    private final Transactions transactions;
    private final ActForOwner actForOwner;
    private final FileByRule fileByRule;
    private final RuleErrands errands;
    private final MailHistory history;
    private final MailStore mail;
    private final PreferenceStore preferences;
    private final LiveUpdates live;
    private final Clock clock;

    public RuleEffects(
            Transactions transactions,
            ActForOwner actForOwner,
            FileByRule fileByRule,
            RuleErrands errands,
            MailHistory history,
            MailStore mail,
            PreferenceStore preferences,
            LiveUpdates live,
            Clock clock) {
        this.transactions = transactions;
        this.actForOwner = actForOwner;
        this.fileByRule = fileByRule;
        this.errands = errands;
        this.history = history;
        this.mail = mail;
        this.preferences = preferences;
        this.live = live;
        this.clock = clock;
    }

    /**
     * What is to be done to one message.
     *
     * @param read the message with its header fields, when something is to be sent because of it
     */
    record Said(EmailId email, List<Verdict.Effect> effects, List<ReadMail> read) {
        Said {
            effects = List.copyOf(effects);
            read = List.copyOf(read);
        }

        static Said silently(EmailId email, List<Verdict.Effect> effects) {
            return new Said(email, effects, List.of());
        }
    }

    /**
     * Does it, within an open transaction of the owner.
     *
     * @param rules those that are named in the effects
     * @param actions under which action each of them does what it does
     * @return how many messages are different now
     */
    long carryOut(
            PersonId owner, AccountId account, List<Said> all, Function<RuleId, Rule> rules,
            Function<RuleId, ActionId> actions) {
        if (all.stream().allMatch(it -> it.effects().isEmpty())) return 0;
        var run = new Run(owner, account, rules, actions);
        run.file(all);
        for (var said : all) for (var effect : said.effects()) run.take(said, effect);
        return run.finish();
    }

    /** What one rule does. */
    private static final class Share {
        private final Map<Wish, Set<EmailId>> wishes = new LinkedHashMap<>();
        private final Map<Wish, Action> wanted = new HashMap<>();
        private final Map<EmailId, Refile.Change> filed = new HashMap<>();
    }

    private final class Run {
        private final PersonId owner;
        private final AccountId account;
        private final Function<RuleId, Rule> rules;
        private final Function<RuleId, ActionId> actions;
        private final Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        private final ZoneId zone;
        private final Map<RuleId, Share> shares = new LinkedHashMap<>();
        private final List<HistoryLine> lines = new ArrayList<>();
        private final Set<EmailId> changed = new HashSet<>();
        private final Set<EmailId> noticed = new HashSet<>();
        private final List<RuleErrands.Wanted> toSend = new ArrayList<>();

        Run(PersonId owner, AccountId account, Function<RuleId, Rule> rules, Function<RuleId, ActionId> actions) {
            this.owner = owner;
            this.account = account;
            this.rules = rules;
            this.actions = actions;
            this.zone = zone(preferences.of(owner).of(Preference.TIME_ZONE));
        }

        private Share share(RuleId rule) {
            return shares.computeIfAbsent(rule, it -> new Share());
        }

        void file(List<Said> all) {
            var categories = new HashMap<EmailId, Category>();
            var by = new HashMap<EmailId, RuleId>();
            for (var said : all)
                for (var effect : said.effects())
                    if (effect.action() instanceof Action.Categorise(var category)) {
                        categories.put(said.email(), category);
                        by.put(said.email(), effect.rule());
                    }
            fileByRule.file(owner, account, categories).forEach((email, change) -> {
                var rule = Optional.ofNullable(by.get(email)).orElseThrow();
                share(rule).filed.put(email, change);
                changed.add(email);
                lines.add(line(email, rule, FileByRule.DEED, change.after().category().name(), true));
            });
        }

        void take(Said said, Verdict.Effect effect) {
            var email = said.email();
            var action = effect.action();
            if (action instanceof Action.Notify) {
                noticed.add(email);
                lines.add(line(email, effect.rule(), action.kind(), "", false));
            }
            if (action instanceof Action.Sending sending)
                said.read().forEach(it -> toSend.add(
                        new RuleErrands.Wanted(it, category(said, it), effect.rule(), sending)));
            wish(action).ifPresent(wish -> {
                var share = share(effect.rule());
                share.wishes.computeIfAbsent(wish, it -> new HashSet<>()).add(email);
                share.wanted.put(wish, action);
            });
        }

        private static Category category(Said said, ReadMail read) {
            for (var effect : said.effects())
                if (effect.action() instanceof Action.Categorise(var category)) return category;
            return read.mail().category();
        }

        long finish() {
            var orders = shares.entrySet().stream().map(it -> order(it.getKey(), it.getValue())).toList();
            var done = actForOwner.act(owner, account, orders, now);
            int i = 0;
            for (var it : shares.entrySet()) tell(it.getKey(), it.getValue(), done.get(i++));
            lines.addAll(errands.write(owner, account, toSend, now));
            history.add(account, lines);
            notifyOwner();
            return changed.size();
        }

        private ActForOwner.Order order(RuleId rule, Share share) {
            return new ActForOwner.Order(
                    actions.apply(rule), rule.toString(), rules.apply(rule).name(), share.wishes,
                    FiledEntries.of(account, share.filed));
        }

        private void tell(RuleId rule, Share share, Map<Wish, ActForOwner.Done> done) {
            done.forEach((wish, it) -> {
                changed.addAll(it.changed());
                var kind = Optional.ofNullable(share.wanted.get(wish)).orElseThrow().kind();
                it.changed().forEach(email -> lines.add(line(email, rule, kind, it.detail(), true)));
            });
        }

        private HistoryLine line(EmailId email, RuleId rule, String deed, String detail, boolean undoable) {
            return new HistoryLine(
                    email, now, Engine.RULE, rule.toString(), deed, detail, List.of(),
                    undoable ? List.of(actions.apply(rule)) : List.of());
        }

        private void notifyOwner() {
            if (noticed.isEmpty()) return;
            List<LiveUpdate> updates = new ArrayList<>();
            mail.threads(account, noticed).forEach(
                    (email, thread) -> updates.add(new LiveUpdate.Notice(account, thread, email)));
            transactions.afterCommit(() -> live.tell(owner, updates));
        }

        private Optional<Wish> wish(Action action) {
            return switch (action) {
                case Action.Label(var label) -> to(new Deed.Label(label));
                case Action.Unlabel(var label) -> to(new Deed.Unlabel(label));
                case Action.Move(Action.Folder.Known(var mailbox)) -> to(new Deed.Move(mailbox));
                case Action.Move(Action.Folder.Named(var path)) -> Optional.of(new Wish.MoveTo(path));
                case Action.Archive() -> to(new Deed.Archive());
                case Action.Trash() -> to(new Deed.Trash());
                case Action.Spam() -> to(new Deed.Spam());
                case Action.Star() -> to(new Deed.Star());
                case Action.Read() -> to(new Deed.Read());
                case Action.Snooze(var until) -> to(new Deed.Snooze(until(until)));
                case Action.Categorise filed -> Optional.empty();
                case Action.Telling told -> Optional.empty();
                case Action.Stop() -> Optional.empty();
            };
        }

        private Optional<Wish> to(Deed deed) {
            return Optional.of(new Wish.To(deed));
        }

        private Instant until(Action.Until until) {
            return switch (until) {
                case Action.Until.After(var time) -> now.plus(time);
                case Action.Until.At(var time) -> {
                    var today = now.atZone(zone).with(time);
                    yield (today.toInstant().isAfter(now) ? today : today.plusDays(1)).toInstant();
                }
            };
        }
    }

    /** What nobody has chosen is known by browsers alone: the house's own time is as good as any. */
    private ZoneId zone(String chosen) {
        try {
            return ZoneId.of(chosen);
        } catch (DateTimeException e) {
            return clock.getZone();
        }
    }
}
