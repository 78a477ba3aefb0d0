/**
 * Work on much stored mail in the background. Main types: {@link org.waxwing.application.jobs.WorkOnJobs}, which goes on with
 * jobs, and {@link org.waxwing.application.jobs.Pieces}, which every one of them is done by. What a job does is in the room it
 * belongs to. The story begins in {@code org.waxwing.domain.jobs}.
 */
@NullMarked
package org.waxwing.application.jobs;

import org.jspecify.annotations.NullMarked;
