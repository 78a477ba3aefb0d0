/**
 * The readable page over the API's own description, and the form of that description. Main type:
 * {@link org.waxwing.web.rest.docs.DocsServlet}. Rule of the house: what the page shows comes from {@code /openapi} alone,
 * so that it cannot tell anything else than the server does.
 */
@NullMarked
package org.waxwing.web.rest.docs;

import org.jspecify.annotations.NullMarked;
