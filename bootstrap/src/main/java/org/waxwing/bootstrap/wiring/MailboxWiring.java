package org.waxwing.bootstrap.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.waxwing.application.mailbox.CountThreads;
import org.waxwing.application.mailbox.CountViews;
import org.waxwing.application.mailbox.ListEmails;
import org.waxwing.application.mailbox.ListLabels;
import org.waxwing.application.mailbox.ListMailboxes;
import org.waxwing.application.mailbox.ListThreads;
import org.waxwing.application.mailbox.NameMailboxes;
import org.waxwing.application.mailbox.OpenConversation;
import org.waxwing.application.mailbox.OpenEmail;
import org.waxwing.application.mailbox.OpenEnclosed;
import org.waxwing.application.mailbox.OpenFile;
import org.waxwing.application.mailbox.OpenFiles;
import org.waxwing.application.mailbox.OpenHtml;
import org.waxwing.application.mailbox.OpenThread;
import org.waxwing.application.mailbox.PrintMail;
import org.waxwing.application.mailbox.ReadHeaders;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.application.sorting.Refile;
import org.waxwing.application.screening.FindContacts;
import org.waxwing.application.screening.LearnSenders;
import org.waxwing.bootstrap.settings.Settings;
import org.waxwing.domain.account.AccountStore;
import org.waxwing.domain.content.HtmlSanitiser;
import org.waxwing.domain.images.ImageSeal;
import org.waxwing.domain.images.ImageTrust;
import org.waxwing.domain.mailbox.BlobStore;
import org.waxwing.domain.mailbox.MailStore;
import org.waxwing.domain.mailbox.MessageParser;
import org.waxwing.domain.reading.MailReader;
import org.waxwing.domain.screening.SenderBook;
import org.waxwing.domain.sorting.SortingStore;
import org.waxwing.html.owasp.OwaspHtmlSanitiser;
import org.waxwing.objects.folder.FolderBlobStore;
import org.waxwing.persistence.jpa.JpaMailReader;
import org.waxwing.persistence.jpa.JpaMailStore;
import org.waxwing.persistence.jpa.JpaSenderBook;

/** Messages: where they are kept, and everything that reads them. */
@ApplicationScoped
public class MailboxWiring {
    @Produces
    @Singleton
    MailStore mail(EntityManager database) {
        return new JpaMailStore(database);
    }

    @Produces
    @Singleton
    MailReader reader(EntityManager database) {
        return new JpaMailReader(database);
    }

    @Produces
    @Singleton
    SenderBook senders(EntityManager database) {
        return new JpaSenderBook(database);
    }

    @Produces
    @Singleton
    BlobStore blobs(Settings settings) {
        try {
            return new FolderBlobStore(settings.objects(), settings::keptFree);
        } catch (IOException e) {
            throw new UncheckedIOException("The folder in WAXWING_OBJECTS_DIR cannot be used", e);
        }
    }

    @Produces
    @Singleton
    LearnSenders learnSenders(
            Transactions transactions,
            AccountStore accounts,
            MailStore mail,
            SenderBook senders,
            SortingStore sorting,
            Refile refile) {
        return new LearnSenders(transactions, accounts, mail, senders, sorting, refile);
    }

    @Produces
    @Singleton
    FindContacts findContacts(Transactions transactions, SenderBook senders) {
        return new FindContacts(transactions, senders);
    }

    @Produces
    @Singleton
    ListMailboxes listMailboxes(Transactions transactions, MailReader reader) {
        return new ListMailboxes(transactions, reader);
    }

    @Produces
    @Singleton
    CountThreads countThreads(Transactions transactions, MailReader reader) {
        return new CountThreads(transactions, reader);
    }

    @Produces
    @Singleton
    CountViews countViews(Transactions transactions, MailReader reader) {
        return new CountViews(transactions, reader);
    }

    @Produces
    @Singleton
    NameMailboxes nameMailboxes(Transactions transactions, MailReader reader) {
        return new NameMailboxes(transactions, reader);
    }

    @Produces
    @Singleton
    ListLabels listLabels(Transactions transactions, MailReader reader) {
        return new ListLabels(transactions, reader);
    }

    @Produces
    @Singleton
    ListThreads listThreads(Transactions transactions, MailReader reader) {
        return new ListThreads(transactions, reader);
    }

    @Produces
    @Singleton
    ListEmails listEmails(Transactions transactions, MailReader reader) {
        return new ListEmails(transactions, reader);
    }

    @Produces
    @Singleton
    OpenThread openThread(Transactions transactions, MailReader reader, SenderBook senders) {
        return new OpenThread(transactions, reader, senders);
    }

    @Produces
    @Singleton
    OpenConversation openConversation(
            Transactions transactions, AccountStore accounts, MailReader reader, SenderBook senders) {
        return new OpenConversation(transactions, accounts, reader, senders);
    }

    @Produces
    @Singleton
    OpenEmail openEmail(Transactions transactions, MailReader reader) {
        return new OpenEmail(transactions, reader);
    }

    @Produces
    @Singleton
    HtmlSanitiser sanitiser() {
        return new OwaspHtmlSanitiser();
    }

    @Produces
    @Singleton
    OpenHtml openHtml(
            Transactions transactions,
            MailReader reader,
            AccountStore accounts,
            SenderBook senders,
            ImageTrust trust,
            HtmlSanitiser sanitiser,
            ImageSeal seal) {
        return new OpenHtml(
                transactions, reader, accounts, senders, trust, sanitiser, new PictureAddresses(seal));
    }

    @Produces
    @Singleton
    PrintMail printMail(
            Transactions transactions, MailReader reader, HtmlSanitiser sanitiser, ImageSeal seal) {
        return new PrintMail(transactions, reader, sanitiser, new PictureAddresses(seal));
    }

    @Produces
    @Singleton
    OpenEnclosed openEnclosed(
            Transactions transactions,
            MailReader reader,
            BlobStore blobs,
            MessageParser parser,
            HtmlSanitiser sanitiser) {
        return new OpenEnclosed(transactions, reader, blobs, parser, sanitiser);
    }

    @Produces
    @Singleton
    ReadHeaders readHeaders(Transactions transactions, MailReader reader, BlobStore blobs, MessageParser parser) {
        return new ReadHeaders(transactions, reader, blobs, parser);
    }

    @Produces
    @Singleton
    OpenFiles openFiles(Transactions transactions, MailReader reader, BlobStore blobs) {
        return new OpenFiles(transactions, reader, blobs);
    }

    @Produces
    @Singleton
    OpenFile openFile(Transactions transactions, MailReader reader, BlobStore blobs) {
        return new OpenFile(transactions, reader, blobs);
    }
}
