/** Live events and bodies, told as sentences. Rule of the house: time is waited for, never slept. */
@NullMarked
package org.waxwing.web.rest;

import org.jspecify.annotations.NullMarked;
