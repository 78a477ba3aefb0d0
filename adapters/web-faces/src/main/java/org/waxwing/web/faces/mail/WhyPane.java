package org.waxwing.web.faces.mail;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import java.util.stream.Collectors;
import org.waxwing.application.mailbox.OpenConversation;
import org.waxwing.application.runtime.CurrentUser;
import org.waxwing.application.sorting.ExplainSorting;
import org.waxwing.domain.account.Account;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.mailbox.ThreadId;
import org.waxwing.domain.reading.EmailLine;
import org.waxwing.web.faces.Shell;
import org.waxwing.web.faces.Words;

/** Why a message is where it is: the one that the address names, or the latest that came in a conversation. */
@Named
@RequestScoped
public class WhyPane {
    @Inject
    CurrentUser user;

    @Inject
    ExplainSorting explainSorting;

    @Inject
    OpenConversation openConversation;

    @Inject
    Shell shell;

    @Inject
    Words words;

    @Inject
    Asked asked;

    private Why why = Why.NOTHING;
    private boolean found;

    /** Finds it out. */
    public void open() {
        var email = asked.getMessage().isEmpty()
                ? Places.parsed(ThreadId::of, asked.getThread()).flatMap(this::latest)
                : Places.parsed(EmailId::of, asked.getMessage());
        var explanation = email.flatMap(id -> explainSorting.explain(user.person().id(), id));
        found = explanation.isPresent();
        if (found) why = WhyWords.of(words.phrases(), shell.getTimes()).of(explanation.get());
        else FacesContext.getCurrentInstance().getExternalContext().setResponseStatus(404);
    }

    /** The latest message that somebody else wrote, or the latest at all. */
    private Optional<EmailId> latest(ThreadId thread) {
        return openConversation.open(user.person().id(), new OpenConversation.Wanted.Latest(thread)).map(opened -> {
            var own = opened.surroundings().accounts().stream()
                    .map(Account::address)
                    .map(address -> address.key())
                    .collect(Collectors.toSet());
            var lines = opened.shown().reversed();
            return lines.stream()
                    .filter(line -> line.from().stream().noneMatch(from -> own.contains(from.key())))
                    .findFirst()
                    .map(EmailLine::id)
                    .orElse(lines.getFirst().id());
        });
    }

    /** Whether there is such a message. */
    public boolean isFound() {
        return found;
    }

    /** What was found out. */
    public Why getWhy() {
        return why;
    }
}
