/**
 * Search over the API. Main type: {@link org.waxwing.web.rest.search.SearchResource}. Rule of the house: whatever was
 * typed is answered, and words of messages leave as text with the places of marks, never as markup. The story continues
 * in {@code org.waxwing.application.search}.
 */
@NullMarked
package org.waxwing.web.rest.search;

import org.jspecify.annotations.NullMarked;
