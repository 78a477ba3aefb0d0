package org.waxwing.application.rules;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.content.UntrustedText;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.domain.language.LanguageReader;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.mailbox.Keyword;
import org.waxwing.domain.rules.RuleSubject;
import org.waxwing.domain.rules.dryrun.RuleMail.Sender;
import org.waxwing.domain.rules.dryrun.StoredMail;
import org.waxwing.domain.sorting.Category;

/** A stored message and what was read of it beyond that. */
record ReadMail(StoredMail mail, More more) implements RuleSubject {
    private static final Sender STRANGER = new Sender(true, false);

    /** What was read of several messages, as far as it was needed. */
    record More(
            Map<EmailId, UntrustedText> words,
            Map<EmailId, Map<String, List<UntrustedText>>> fields,
            Map<EmailId, Sender> senders,
            Map<EmailId, Optional<String>> languages) {
        static More none() {
            return new More(new HashMap<>(), new HashMap<>(), new HashMap<>(), new HashMap<>());
        }
    }

    /** Whether its header fields could be read: a message without any is none. */
    boolean hasFields() {
        return !more.fields().getOrDefault(mail.email(), Map.of()).isEmpty();
    }

    @Override
    public AccountId account() {
        return mail.account();
    }

    @Override
    public List<EmailAddress> from() {
        return mail.from();
    }

    @Override
    public List<EmailAddress> to() {
        return mail.to();
    }

    @Override
    public List<EmailAddress> cc() {
        return mail.cc();
    }

    @Override
    public List<EmailAddress> bcc() {
        return mail.bcc();
    }

    @Override
    public UntrustedText subject() {
        return mail.subject();
    }

    @Override
    public UntrustedText body() {
        return more.words().getOrDefault(mail.email(), UntrustedText.EMPTY);
    }

    @Override
    public List<UntrustedText> header(String name) {
        return more.fields().getOrDefault(mail.email(), Map.of()).getOrDefault(name, List.of());
    }

    @Override
    public List<File> files() {
        return mail.files();
    }

    @Override
    public long size() {
        return mail.size();
    }

    @Override
    public Instant receivedAt() {
        return mail.receivedAt();
    }

    @Override
    public Optional<Category> category() {
        return Optional.of(mail.category());
    }

    @Override
    public Set<Keyword> keywords() {
        return mail.keywords();
    }

    @Override
    public Optional<String> language() {
        return more.languages().computeIfAbsent(mail.email(), it -> LanguageReader.of(body().value()));
    }

    @Override
    public boolean isFromNewcomer() {
        return more.senders().getOrDefault(mail.email(), STRANGER).newcomer();
    }

    @Override
    public boolean isFromAcquaintance() {
        return more.senders().getOrDefault(mail.email(), STRANGER).acquaintance();
    }

    @Override
    public Answer answer(String words) {
        // a model is asked about mail that arrives, not about all that ever did
        return Answer.NONE;
    }
}
