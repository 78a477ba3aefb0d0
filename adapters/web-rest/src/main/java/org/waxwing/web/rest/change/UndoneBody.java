package org.waxwing.web.rest.change;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What was taken back.
 *
 * @param changed messages that are as they were
 */
@Schema(name = "Undone")
public record UndoneBody(long changed) {}
