/**
 * Mail accounts over the API: connecting, finding settings, synchronising, disconnecting. Main type:
 * {@link org.waxwing.web.rest.account.AccountsResource}. Rule of the house: a form is read to its end, so that everything
 * that is wrong with it is told at once; a password comes in and never goes out. The story continues in
 * {@code org.waxwing.application.account}.
 */
@NullMarked
package org.waxwing.web.rest.account;

import org.jspecify.annotations.NullMarked;
