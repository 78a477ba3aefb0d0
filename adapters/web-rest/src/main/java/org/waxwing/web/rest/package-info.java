/**
 * The API under {@code /api/v1}: what it is made of, who asks, and what happens live. Main types:
 * {@link org.waxwing.web.rest.ApiApplication}, {@link org.waxwing.web.rest.SseLiveUpdates}. Rule of the house: a resource
 * turns a request into a call of one use case and its result into a body, and decides nothing. The story continues in
 * {@code org.waxwing.web.rest.mailbox} and {@code org.waxwing.web.rest.account}.
 */
@NullMarked
package org.waxwing.web.rest;

import org.jspecify.annotations.NullMarked;
