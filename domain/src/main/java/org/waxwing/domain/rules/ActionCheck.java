package org.waxwing.domain.rules;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.domain.mailbox.Keyword;
import org.waxwing.domain.rules.RuleProblem.Part;
import org.waxwing.domain.rules.RuleProblem.Reason;

/** Finds what is wrong with the actions of a rule. */
final class ActionCheck {
    static final int MOST_ACTIONS = 20;
    static final Duration LONGEST_SNOOZE = Duration.ofDays(3_653);
    static final Duration LONGEST_SILENCE = Duration.ofDays(366);
    /** RFC 5230 §4.1 has no less than a day, and so have we. */
    static final Duration SHORTEST_SILENCE = Duration.ofDays(1);
    private static final int LONGEST_PATH = 400;
    private static final int LONGEST_SUBJECT = 500;
    private static final int LONGEST_TEXT = 20_000;
    private static final int LONGEST_WEB_ADDRESS = 2_000;

    private final List<RuleProblem> problems = new ArrayList<>();

    List<RuleProblem> of(List<Action> actions, boolean stop) {
        if (actions.isEmpty() && !stop) add(-1, Reason.NO_ACTION, "");
        if (actions.size() > MOST_ACTIONS) {
            add(-1, Reason.TOO_MANY_ACTIONS, String.valueOf(MOST_ACTIONS));
            return List.copyOf(problems);
        }
        boolean stopped = false;
        for (int i = 0; i < actions.size(); i++) {
            var action = actions.get(i);
            look(action, i);
            if (stopped) add(i, Reason.NEVER_REACHED, "");
            stopped |= action instanceof Action.Stop;
            for (var before : actions.subList(0, i)) if (contradict(before, action)) {
                add(i, Reason.CONTRADICTS, before.kind());
                break;
            }
        }
        return List.copyOf(problems);
    }

    private static boolean contradict(Action one, Action other) {
        return switch (one) {
            case Action.Placing it -> other instanceof Action.Placing;
            case Action.Categorise it -> other instanceof Action.Categorise;
            case Action.Snooze it -> other instanceof Action.Snooze;
            case Action.Reply it -> other instanceof Action.Reply;
            case Action.Label(var label) -> other.equals(new Action.Unlabel(label));
            case Action.Unlabel(var label) -> other.equals(new Action.Label(label));
            case Action.Star it -> false;
            case Action.Read it -> false;
            case Action.Telling it -> false;
            case Action.Stop it -> false;
        };
    }

    private void look(Action action, int position) {
        switch (action) {
            case Action.Label(var label) -> lookAtLabel(label, position);
            case Action.Unlabel(var label) -> lookAtLabel(label, position);
            case Action.Move(var folder) -> {
                if (folder instanceof Action.Folder.Named(var path) && !isPath(path))
                    add(position, Reason.FOLDER_NAME, path);
            }
            case Action.Snooze(var until) -> {
                if (until instanceof Action.Until.After(var time)
                        && (!time.isPositive() || time.compareTo(LONGEST_SNOOZE) > 0))
                    add(position, Reason.TIME_SPAN, LONGEST_SNOOZE.toString());
            }
            case Action.Forward(var address) -> {
                if (!EmailAddress.of(address).isDeliverable() || !EmailAddress.of(address).address().equals(address))
                    add(position, Reason.ADDRESS, address);
            }
            case Action.Reply it -> lookAtReply(it, position);
            case Action.Webhook(var address) -> {
                if (!isSafe(address)) add(position, Reason.WEB_ADDRESS, "");
            }
            case Action.Archive it -> {
            }
            case Action.Trash it -> {
            }
            case Action.Spam it -> {
            }
            case Action.Star it -> {
            }
            case Action.Read it -> {
            }
            case Action.Categorise it -> {
            }
            case Action.Notify it -> {
            }
            case Action.Stop it -> {
            }
        }
    }

    private void lookAtLabel(Keyword label, int position) {
        if (!label.isLabel()) add(position, Reason.NO_LABEL, label.name());
    }

    private static boolean isPath(String path) {
        if (path.isEmpty() || path.length() > LONGEST_PATH || path.chars().anyMatch(Character::isISOControl))
            return false;
        for (var level : path.split("/", -1)) if (level.isBlank()) return false;
        return true;
    }

    private void lookAtReply(Action.Reply reply, int position) {
        if (reply.text().isBlank()) add(position, Reason.TEXT_MISSING, "");
        if (reply.text().length() > LONGEST_TEXT) add(position, Reason.TEXT_TOO_LONG, String.valueOf(LONGEST_TEXT));
        if (reply.subject().length() > LONGEST_SUBJECT)
            add(position, Reason.TEXT_TOO_LONG, String.valueOf(LONGEST_SUBJECT));
        if (reply.every().compareTo(SHORTEST_SILENCE) < 0 || reply.every().compareTo(LONGEST_SILENCE) > 0)
            add(position, Reason.TIME_SPAN, LONGEST_SILENCE.toString());
    }

    /** Without protection only where the administrator allows it, which is for whoever calls it to know. */
    private static boolean isSafe(URI address) {
        return Set.of("https", "http").contains(String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT))
                && address.getHost() != null
                && address.getUserInfo() == null
                && address.toString().length() <= LONGEST_WEB_ADDRESS;
    }

    private void add(int position, Reason reason, String detail) {
        problems.add(new RuleProblem(new Part.OfActions(position), reason, detail));
    }
}
