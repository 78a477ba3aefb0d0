/**
 * What strangers wrote: text and markup that must never be trusted before it was escaped, sanitised or fenced.
 * Main type: {@link org.waxwing.domain.content.UntrustedText}. Rule of the house: a mail's words travel in these
 * types, never as a bare {@code String}, until the last moment. The story continues in
 * {@code org.waxwing.domain.mailbox}, whose messages are made of them.
 */
@NullMarked
package org.waxwing.domain.content;

import org.jspecify.annotations.NullMarked;
