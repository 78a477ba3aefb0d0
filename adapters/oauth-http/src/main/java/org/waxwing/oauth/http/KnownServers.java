package org.waxwing.oauth.http;

import org.waxwing.domain.account.ConnectionSecurity;
import org.waxwing.domain.account.OAuthProvider;
import org.waxwing.domain.account.ServerEndpoint;

/** The providers that most people's mail lies at. */
public final class KnownServers {
    /** Gmail and Google Workspace. */
    public static final OAuthProvider GOOGLE = new OAuthProvider(
            "google",
            "Google",
            new ServerEndpoint("imap.gmail.com", 993, ConnectionSecurity.TLS),
            new ServerEndpoint("smtp.gmail.com", 465, ConnectionSecurity.TLS));

    /** Where people consent that their Google mailbox is opened. */
    public static final String GOOGLE_AUTHORISATION = "https://accounts.google.com/o/oauth2/v2/auth";

    /** Where Google redeems codes and refresh tokens. */
    public static final String GOOGLE_TOKEN = "https://oauth2.googleapis.com/token";

    /** The narrowest that opens IMAP and SMTP at Google. */
    public static final String GOOGLE_SCOPES = "openid email https://mail.google.com/";

    /** Outlook.com and Microsoft 365. */
    public static final OAuthProvider MICROSOFT = new OAuthProvider(
            "microsoft",
            "Microsoft",
            new ServerEndpoint("outlook.office365.com", 993, ConnectionSecurity.TLS),
            new ServerEndpoint("smtp.office365.com", 587, ConnectionSecurity.STARTTLS));

    /** Where people consent that their Microsoft mailbox is opened. */
    public static final String MICROSOFT_AUTHORISATION = "https://login.microsoftonline.com/common/oauth2/v2.0/authorize";

    /** Where Microsoft redeems codes and refresh tokens. */
    public static final String MICROSOFT_TOKEN = "https://login.microsoftonline.com/common/oauth2/v2.0/token";

    /** IMAP and SMTP at Microsoft, beyond the hour that an access token lasts. */
    public static final String MICROSOFT_SCOPES = "openid email profile offline_access"
            + " https://outlook.office.com/IMAP.AccessAsUser.All https://outlook.office.com/SMTP.Send";

    /** What Google's IMAP server knows people by. */
    public static final String GOOGLE_USERNAME = "email";

    /** What Microsoft's knows them by: the address may be an alias. */
    public static final String MICROSOFT_USERNAME = "preferred_username";

    private KnownServers() {}
}
