package org.waxwing.domain.reading;

/** What every {@link MailReader} does. */
public interface MailReaderContract extends MailListsContract, MailViewsContract {}
