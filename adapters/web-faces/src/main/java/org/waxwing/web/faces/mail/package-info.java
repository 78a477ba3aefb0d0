/**
 * Reading mail on a page: the lists, the reader, and what rows and messages look like in the viewer's language. Main
 * types: {@link org.waxwing.web.faces.mail.ListPane} and {@link org.waxwing.web.faces.mail.ReaderPane}. Rule of the
 * house: a page and the fragments that refresh it are made by the same beans and the same tags, and what is known of a
 * view stands in {@link org.waxwing.web.faces.mail.ViewDefinition} alone.
 */
@NullMarked
package org.waxwing.web.faces.mail;

import org.jspecify.annotations.NullMarked;
