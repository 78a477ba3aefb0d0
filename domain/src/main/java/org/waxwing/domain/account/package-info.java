/**
 * A mail account that a person connected: where its servers are and how one signs in there.
 * Main type: {@link org.waxwing.domain.account.Account}. Rule of the house: what opens an account is a
 * {@link org.waxwing.domain.account.SignIn}, kept apart from the account itself and never written in the clear.
 * The story continues in {@code org.waxwing.domain.mailbox}.
 */
@NullMarked
package org.waxwing.domain.account;

import org.jspecify.annotations.NullMarked;
