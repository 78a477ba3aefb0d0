package org.waxwing.web.rest.cron;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What was asked for.
 *
 * @param accounts how many accounts are going to be compared with their servers
 */
@Schema(name = "CronRun")
public record CronBody(String job, int accounts) {}
