/**
 * The pages: one bean for each page, which holds what the page shows and calls use cases. Main types:
 * {@link org.waxwing.web.faces.Viewer}, who looks and how, and {@link org.waxwing.web.faces.Words}, what they read.
 * Rule of the house: every text comes from the message bundles, and what strangers wrote is escaped by Faces.
 */
@NullMarked
package org.waxwing.web.faces;

import org.jspecify.annotations.NullMarked;
