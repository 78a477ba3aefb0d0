/**
 * Connecting and disconnecting mail accounts. Main type: {@link org.waxwing.application.account.AddAccount}. Rule of
 * the house: settings are proven by a real sign-in before anything is stored. The story continues in
 * {@code org.waxwing.application.sync}.
 */
@NullMarked
package org.waxwing.application.account;

import org.jspecify.annotations.NullMarked;
