/**
 * The pages on which people connect mail accounts and look after them. Main type:
 * {@link org.waxwing.web.faces.account.AccountNewPage}. Rule of the house: every refusal has its own sentence, beside
 * the field where it can be mended.
 */
@NullMarked
package org.waxwing.web.faces.account;

import org.jspecify.annotations.NullMarked;
