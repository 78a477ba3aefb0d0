/**
 * How our copy of a mailbox follows the server's: what differs, and what is to be done about it.
 * Main types: {@link org.waxwing.domain.sync.SyncPolicy}, {@link org.waxwing.domain.sync.MailProvider}. Rule of the
 * house: a {@link org.waxwing.domain.sync.Uid} means nothing without its
 * {@link org.waxwing.domain.sync.UidValidity}. The story starts in {@code org.waxwing.application.sync}.
 */
@NullMarked
package org.waxwing.domain.sync;

import org.jspecify.annotations.NullMarked;
