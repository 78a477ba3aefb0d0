/**
 * Reading mail over the API: folders, counts, lists, messages, files. Main type:
 * {@link org.waxwing.web.rest.mailbox.MessagesResource}. Rule of the house: a file of a stranger never becomes a page of
 * ours: it is downloaded, or shown under a policy that lets it do nothing. The story continues in
 * {@code org.waxwing.application.mailbox}.
 */
@NullMarked
package org.waxwing.web.rest.mailbox;

import org.jspecify.annotations.NullMarked;
