package org.waxwing.web.faces.rules;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.waxwing.application.account.AccountHealth;
import org.waxwing.application.account.ListAccounts;
import org.waxwing.application.mailbox.ListMailboxes;
import org.waxwing.application.rules.Books;
import org.waxwing.application.rules.ListRules;
import org.waxwing.application.runtime.CurrentUser;
import org.waxwing.domain.account.Account;
import org.waxwing.domain.language.LanguageReader;
import org.waxwing.domain.mailbox.Mailbox;
import org.waxwing.domain.reading.MailboxRow;
import org.waxwing.domain.rules.RuleBook;
import org.waxwing.web.faces.Words;

/** The rules that the viewer's mail goes through; they are changed over the API. */
@Named
@RequestScoped
public class RulesPage {
    @Inject
    CurrentUser user;

    @Inject
    ListRules listRules;

    @Inject
    ListAccounts listAccounts;

    @Inject
    ListMailboxes listMailboxes;

    @Inject
    Words words;

    private @Nullable Books books;
    private @Nullable RuleWords ruleWords;

    /** Something to choose from. */
    public record Choice(String value, String label) {}

    /** Those of the organisation. */
    public List<RuleLine> getOrganisations() {
        return lines(books().organisations(), isAdministrator());
    }

    /** The viewer's own. */
    public List<RuleLine> getOwn() {
        return lines(books().own(), true);
    }

    /** Whether there is no rule at all. */
    public boolean isVacant() {
        return books().set().rules().isEmpty();
    }

    /** Whether the viewer may change those of the organisation. */
    public boolean isAdministrator() {
        return user.isAdministrator();
    }

    /** The viewer's accounts. */
    public List<Choice> getAccounts() {
        return accounts().stream().map(it -> new Choice(it.id().toString(), it.displayName())).toList();
    }

    /** The folders that mail can be moved to. */
    public List<Choice> getFolders() {
        return mailboxes().stream()
                .filter(Mailbox::selectable)
                .map(it -> new Choice(it.id().toString(), path(it)))
                .toList();
    }

    /** The languages that mail can be in, by their names. */
    public List<Choice> getLanguages() {
        var locale = words.phrases().locale();
        return LanguageReader.TAGS.stream()
                .map(it -> new Choice(it, RuleWords.language(it, locale)))
                .sorted(Comparator.comparing(Choice::label, Collator.getInstance(locale)))
                .toList();
    }

    private List<RuleLine> lines(RuleBook book, boolean changeable) {
        var said = said();
        return IntStream.range(0, book.rules().size())
                .mapToObj(i -> RuleLine.of(book.rules().get(i), i, changeable, said))
                .toList();
    }

    private RuleWords said() {
        var known = ruleWords;
        if (known == null)
            ruleWords = known = new RuleWords(
                    words.phrases(),
                    accounts().stream().collect(Collectors.toMap(Account::id, Account::displayName)),
                    mailboxes().stream().collect(Collectors.toMap(Mailbox::id, RulesPage::path)));
        return known;
    }

    private static String path(Mailbox mailbox) {
        return mailbox.delimiter() == 0 ? mailbox.path() : mailbox.path().replace(mailbox.delimiter(), '/');
    }

    private List<Account> accounts() {
        return listAccounts.list(user.person().id()).stream().map(AccountHealth::account).toList();
    }

    private List<Mailbox> mailboxes() {
        return listMailboxes.list(user.person().id()).mailboxes().stream().map(MailboxRow::mailbox).toList();
    }

    private Books books() {
        var known = books;
        if (known == null) books = known = listRules.list(user.person().id());
        return known;
    }
}
