/**
 * A mailbox that looks like one person's of some years, made of nothing but a seed: conversations, lists, newsletters,
 * receipts, invitations, seven charsets, pictures and files, in sizes as they are found. Main type:
 * {@link org.waxwing.bootstrap.bench.corpus.Corpus}. Rule of the house: the same seed gives the same bytes.
 */
@NullMarked
package org.waxwing.bootstrap.bench.corpus;

import org.jspecify.annotations.NullMarked;
