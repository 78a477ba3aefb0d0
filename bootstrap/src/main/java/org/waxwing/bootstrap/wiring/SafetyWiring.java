package org.waxwing.bootstrap.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.application.safety.AssessThread;
import org.waxwing.application.safety.ExamineMail;
import org.waxwing.application.safety.ListTrustedSenders;
import org.waxwing.application.safety.ShowRemoteImage;
import org.waxwing.application.safety.TrustImages;
import org.waxwing.bootstrap.settings.Settings;
import org.waxwing.domain.account.AccountStore;
import org.waxwing.domain.images.ImageSeal;
import org.waxwing.domain.images.ImageTrust;
import org.waxwing.domain.mailbox.BlobStore;
import org.waxwing.domain.mailbox.TestimonyStore;
import org.waxwing.domain.screening.SenderBook;
import org.waxwing.images.http.CheckedImageFetcher;
import org.waxwing.images.http.HmacImageSeal;
import org.waxwing.images.http.KeptImages;
import org.waxwing.mail.mime.MimeMessageParser;
import org.waxwing.persistence.jpa.JpaImageTrust;
import org.waxwing.persistence.jpa.JpaPersonStore;
import org.waxwing.persistence.jpa.JpaTestimonyStore;

/** Reading without being read. */
@ApplicationScoped
public class SafetyWiring {
    private static final int PICTURES_A_MINUTE = 1_200;
    private static final long ROOM_FOR_PICTURES = 32L << 20;

    @Produces
    @Singleton
    TestimonyStore testimonies(EntityManager database) {
        return new JpaTestimonyStore(database);
    }

    @Produces
    @Singleton
    ImageTrust imageTrust(EntityManager database) {
        return new JpaImageTrust(database);
    }

    @Produces
    @Singleton
    ImageSeal imageSeal(Settings settings) {
        return new HmacImageSeal(settings.credentialKey().hex());
    }

    @Produces
    @Singleton
    ShowRemoteImage showRemoteImage(Settings settings, ImageSeal seal, Clock clock) {
        var fetcher = new CheckedImageFetcher(CheckedImageFetcher.Limits.usual(settings.allowPrivateImageHosts()));
        return new ShowRemoteImage(seal, new KeptImages(fetcher, clock, ROOM_FOR_PICTURES), clock, PICTURES_A_MINUTE);
    }

    @Produces
    @Singleton
    ExamineMail examineMail(
            Transactions transactions, AccountStore accounts, TestimonyStore testimonies, BlobStore blobs) {
        return new ExamineMail(transactions, accounts, testimonies, blobs, new MimeMessageParser());
    }

    @Produces
    @Singleton
    AssessThread assessThread(
            Transactions transactions,
            ExamineMail examineMail,
            AccountStore accounts,
            SenderBook senders,
            EntityManager database) {
        return new AssessThread(transactions, examineMail, accounts, new JpaPersonStore(database), senders);
    }

    @Produces
    @Singleton
    TrustImages trustImages(Transactions transactions, ImageTrust trust, Clock clock) {
        return new TrustImages(transactions, trust, clock);
    }

    @Produces
    @Singleton
    ListTrustedSenders listTrustedSenders(Transactions transactions, ImageTrust trust) {
        return new ListTrustedSenders(transactions, trust);
    }
}
