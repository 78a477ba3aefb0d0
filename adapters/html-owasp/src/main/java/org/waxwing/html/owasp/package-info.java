/**
 * Makes the HTML of strangers harmless with the OWASP Java HTML Sanitizer. Main type:
 * {@link org.waxwing.html.owasp.OwaspHtmlSanitiser}. Rule of the house: everything that is not known to be harmless is
 * left out; what is left in is written anew, never copied. The story continues in {@code org.waxwing.web.rest}, which
 * serves the document under a policy that would stop what slipped through here.
 */
@NullMarked
package org.waxwing.html.owasp;

import org.jspecify.annotations.NullMarked;
