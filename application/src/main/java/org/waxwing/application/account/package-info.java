/**
 * Connecting, reconnecting and disconnecting mail accounts, by password or by consent at the provider. Main type:
 * {@link org.waxwing.application.account.AddAccount}. Rule of the house: a sign-in is proven by using it before anything
 * is stored. The story continues in {@code org.waxwing.application.sync}.
 */
@NullMarked
package org.waxwing.application.account;

import org.jspecify.annotations.NullMarked;
