package org.waxwing.domain.signs;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.waxwing.domain.links.HostName;
import org.waxwing.domain.mailbox.HeaderField;
import org.waxwing.domain.mailbox.MessageHeaders;

/** What the header fields tell about how a message came to be sent. */
final class HeaderSigns {
    private static final int LOOKED_AT = 400;
    private static final int MOST_FIELDS = 400;

    private static final List<String> CAMPAIGN_FIELDS = List.of(
            "x-mc-user", "x-campaign", "x-mailchimp", "x-emarsys", "x-cleverreach", "x-rpcampaign", "x-mktmailid",
            "x-mktarchive", "x-mkt", "x-hs-cid", "x-klaviyo", "x-sailthru", "x-newsletter", "x-mailerlite", "x-beehiiv",
            "x-job", "x-sfmc-stack", "x-listmember", "x-mailing", "x-inx", "x-brevo-campaign", "x-cm-campaign",
            "x-elqpid", "x-substack", "x-acymailing", "x-phplist", "x-getresponse", "x-convertkit", "x-kmail-",
            "x-listmonk", "x-mautic", "x-marketo", "x-pardot", "x-broadcast", "x-maillist", "x-mailid", "x-rapidmail",
            "x-crj-", "x-sendy", "x-bulk", "x-mailup", "x-dotmailer", "x-iterable", "x-braze", "x-omnisend", "x-drip",
            "x-ghost");
    private static final List<String> SERVICE_FIELDS = List.of(
            "x-ses-outgoing", "x-sg-", "x-mailgun-", "x-mandrill-", "x-pm-", "x-msys-", "x-mj-", "x-mailjet-", "x-sib-",
            "x-sendinblue", "x-sparkpost", "x-postmark", "x-entity-ref-id", "x-amazon-", "x-smtpapi", "x-notification",
            "x-php-", "x-originating-script", "x-laravel", "x-transaction", "x-csa-complaints", "x-mailin-", "x-order",
            "x-template", "x-ibmqmgr", "x-msfbl", "x-report-abuse", "x-odoo", "x-sfdc-", "x-amz-", "x-tm-id",
            "x-netsuite", "x-application", "x-tx", "x-envid", "x-smtpcom", "x-elasticemail", "x-socketlabs", "x-stripe",
            "x-shopify", "x-magento", "x-wc-", "x-eid");
    private static final List<String> PLATFORM_FIELDS = List.of(
            "x-github-", "x-gitlab-", "x-jira-", "x-bitbucket", "x-gerrit-", "x-jenkins-", "x-redmine-", "x-bugzilla-",
            "x-trac-", "x-phabricator-", "x-sentry-", "x-pagerduty", "x-nagios", "x-grafana", "x-cron-env", "x-asana",
            "x-trello", "x-launchpad-", "x-travis", "x-circleci", "x-zabbix", "x-monitoring", "x-gitea-", "x-gitee",
            "x-forgejo-", "x-youtrack", "x-confluence", "x-alert", "x-build", "x-atlassian", "x-azure-devops",
            "x-clickup", "x-monday", "x-basecamp", "x-linear", "x-uptime", "x-prometheus", "x-icinga", "x-checkmk");
    private static final List<String> NETWORK_FIELDS = List.of(
            "x-linkedin-", "x-facebook", "x-twitter", "x-pinterest", "x-reddit", "x-xing-", "x-instagram", "x-meetup",
            "x-tiktok", "x-mastodon", "x-nextdoor", "x-strava", "x-weibo", "x-bluesky");
    private static final List<String> CAMPAIGN_PROGRAMS = List.of(
            "mailchimp", "campaign monitor", "campaignmonitor", "klaviyo", "hubspot", "constant contact",
            "activecampaign", "cleverreach", "mailerlite", "getresponse", "sailthru", "exacttarget", "emarsys",
            "inxmail", "phplist", "newsletter", "rapidmail", "acymailing", "marketo", "substack", "listmonk",
            "sendinpost", "mautic", "mailster", "moosend", "omnisend", "benchmark email", "flodesk", "beehiiv",
            "mailpoet", "sendy", "dotdigital", "mailup");
    private static final List<String> LIBRARIES = List.of(
            "phpmailer", "swiftmailer", "javamail", "nodemailer", "symfony", "laravel", "django", "python", "ruby",
            "actionmailer", "postmark", "sendgrid", "mailgun", "drupal", "wordpress", "magento", "shopify", "sap ",
            "servicenow", "salesforce", "sendinblue", "brevo", "prestashop", "woocommerce", "shopware", "typo3", "perl",
            "mime-tools");
    private static final List<String> PROGRAMS = List.of(
            "thunderbird", "apple mail", "iphone mail", "ipad mail", "mutt", "k-9", "outlook", "evolution", "kmail",
            "roundcube", "horde", "squirrelmail", "claws", "snappymail", "rainloop", "sogo", "nextcloud", "zimbra",
            "mailspring", "gnus", "alpine", "airmail", "spark", "foxmail", "fairemail", "windows mail", "yahoomail",
            "webservice/", "aquamail", "bluemail", "postbox", "the bat", "em client", "emclient", "lotus notes",
            "geary", "betterbird", "mailmate", "coremail", "qqmail", "open-xchange", "waxwing", "deltachat", "bsd mail",
            "canary", "superhuman", "mail.ru mailer", "hcl notes", "ibm notes", "domino", "netease", "samsung email",
            "nine", "zoho mail", "missive", "tutanota", "proton", "heirloom", "s-nail", "becky", "shuriken");
    private static final List<String> PERSONAL_IDS = List.of(
            "@mail.gmail.com", "@smtpclient.apple", "@email.android.com", ".prod.outlook.com", "@phx.gbl",
            "@mail.yahoo.com", "@web.de", "@protonmail", "@proton.me", "@mail.ru", "@icloud.com");

    private final Set<Sign> signs;
    private final String fromDomain;

    private HeaderSigns(Set<Sign> signs, String fromDomain) {
        this.signs = signs;
        this.fromDomain = fromDomain;
    }

    static void look(MessageHeaders headers, List<HeaderField> fields, String fromDomain, Set<Sign> signs) {
        var look = new HeaderSigns(signs, fromDomain);
        for (var field : fields.subList(0, Math.min(fields.size(), MOST_FIELDS))) look.field(field);
        if (!headers.inReplyTo().isEmpty() || !headers.references().isEmpty()) signs.add(Sign.ANSWER);
        for (var id : headers.messageId())
            if (holdsAny(id.value().toLowerCase(Locale.ROOT), PERSONAL_IDS)) signs.add(Sign.PERSONAL_PROGRAM);
    }

    private void field(HeaderField field) {
        var name = field.name().value().toLowerCase(Locale.ROOT);
        var whole = field.value().value();
        var value = (whole.length() > LOOKED_AT ? whole.substring(0, LOOKED_AT) : whole).toLowerCase(Locale.ROOT);
        switch (name) {
            case "list-id" -> signs.add(Sign.LIST_ID);
            case "list-post" -> {
                // nobody can write to the web page that newsletters name
                if (value.contains("mailto:")) signs.add(Sign.LIST_POST);
            }
            case "list-unsubscribe" -> signs.add(Sign.UNSUBSCRIBE);
            case "list-unsubscribe-post" -> signs.add(Sign.ONE_CLICK);
            case "precedence" -> precedence(value);
            case "auto-submitted" -> autoSubmitted(value);
            case "x-autoreply", "x-autorespond", "x-autoresponder" -> signs.add(Sign.AUTO_REPLIED);
            case "feedback-id", "x-feedback-id" -> feedback(value);
            case "x-auto-response-suppress" -> signs.add(Sign.SUPPRESSES_ANSWERS);
            case "return-path" -> returnPath(value);
            case "x-mailer", "user-agent" -> program(value);
            // what Outlook, Gmail, Foxmail and GMX add to what somebody typed
            case "thread-topic", "thread-index", "x-ms-exchange-messagesentrepresentingtype", "x-gm-message-state",
                    "x-has-attach", "ui-outboundreport", "x-ui-message-type", "x-provags-id", "x-keepsent" ->
                signs.add(Sign.PERSONAL_PROGRAM);
            case "sender" -> sender(value);
            case "x-pm-message-stream" -> signs.add(value.contains("broadcast") ? Sign.CAMPAIGN : Sign.MAIL_SERVICE);
            case "content-type" -> {
                if (value.contains("multipart/report")) signs.add(Sign.DELIVERY_REPORT);
            }
            case "x-failed-recipients" -> signs.add(Sign.DELIVERY_REPORT);
            default -> {
                if (name.startsWith("x-")) extension(name);
            }
        }
    }

    private void extension(String name) {
        if (beginsAny(name, CAMPAIGN_FIELDS)) signs.add(Sign.CAMPAIGN);
        else if (beginsAny(name, PLATFORM_FIELDS)) signs.add(Sign.PLATFORM);
        else if (beginsAny(name, NETWORK_FIELDS)) signs.add(Sign.NETWORK);
        else if (beginsAny(name, SERVICE_FIELDS)) signs.add(Sign.MAIL_SERVICE);
    }

    private void precedence(String value) {
        if (value.contains("bulk") || value.contains("junk")) signs.add(Sign.BULK);
        else if (value.contains("auto_reply") || value.contains("auto-reply")) signs.add(Sign.AUTO_REPLIED);
        else if (value.contains("list")) signs.add(Sign.LIST_ID);
    }

    private void autoSubmitted(String value) {
        if (value.contains("auto-replied")) signs.add(Sign.AUTO_REPLIED);
        else if (!value.isBlank() && !value.strip().startsWith("no")) signs.add(Sign.AUTO_GENERATED);
    }

    private void feedback(String value) {
        // the one provider that asks for reports about what people write
        if (value.contains(":user:proton")) {
            signs.add(Sign.PERSONAL_PROGRAM);
            return;
        }
        signs.add(Sign.FEEDBACK_ID);
        if (value.contains("campaign") || value.contains("newsletter") || value.contains("marketing")
                || value.contains("promo"))
            signs.add(Sign.CAMPAIGN);
        else
            if (value.contains("transaction")) signs.add(Sign.MAIL_SERVICE);
    }

    private void program(String value) {
        if (holdsAny(value, CAMPAIGN_PROGRAMS)) signs.add(Sign.CAMPAIGN);
        else if (holdsAny(value, LIBRARIES)) signs.add(Sign.MAIL_SERVICE);
        else if (holdsAny(value, PROGRAMS)) signs.add(Sign.PERSONAL_PROGRAM);
    }

    private void returnPath(String value) {
        var path = value.replace("<", "").replace(">", "").strip();
        if (path.isEmpty()) {
            signs.add(Sign.SUPPRESSES_ANSWERS);
            return;
        }
        int at = path.lastIndexOf('@');
        if (at < 0) return;
        var local = path.substring(0, at);
        // signed and rewritten paths of ordinary servers: BATV and SRS
        if (local.startsWith("prvs=") || local.startsWith("srs0") || local.startsWith("srs1")) return;
        if (local.contains("bounce") || local.contains("verp") || local.contains("msprvs") || local.contains("return")
                || local.indexOf('=') > 0)
            signs.add(Sign.BOUNCE_ADDRESS);
        if (local.startsWith("mailer-daemon")) signs.add(Sign.DELIVERY_REPORT);
        if (!fromDomain.isEmpty() && !isOfSameOwner(path.substring(at + 1), fromDomain))
            signs.add(Sign.RETURNS_ELSEWHERE);
    }

    private void sender(String value) {
        int at = value.lastIndexOf('@');
        if (at < 0) return;
        int end = value.indexOf('>', at);
        var domain = value.substring(at + 1, end < 0 ? value.length() : end).strip();
        if (!fromDomain.isEmpty() && !isOfSameOwner(domain, fromDomain)) signs.add(Sign.ON_BEHALF);
    }

    static boolean isOfSameOwner(String one, String other) {
        if (one.equals(other)) return true;
        var host = HostName.of(one);
        return host.isPresent() && HostName.of(other).map(host.get()::isOfSameOwnerAs).orElse(false);
    }

    private static boolean beginsAny(String name, List<String> beginnings) {
        for (var beginning : beginnings) if (name.startsWith(beginning)) return true;
        return false;
    }

    private static boolean holdsAny(String value, List<String> parts) {
        for (var part : parts) if (value.contains(part)) return true;
        return false;
    }
}
