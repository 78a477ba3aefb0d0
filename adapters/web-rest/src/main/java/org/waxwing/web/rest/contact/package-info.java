/**
 * The people whom somebody knows, over the API. Main type: {@link org.waxwing.web.rest.contact.ContactsResource}. Rule of
 * the house: only with whom mail was exchanged; nobody is looked up anywhere else.
 */
@NullMarked
package org.waxwing.web.rest.contact;

import org.jspecify.annotations.NullMarked;
