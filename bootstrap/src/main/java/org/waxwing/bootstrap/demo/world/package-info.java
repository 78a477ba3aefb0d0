/**
 * The small world of the demo: who writes to whom, about what and when, and the finished messages of each mailbox.
 * Main type: {@link org.waxwing.bootstrap.demo.world.DemoWorld}; what people say is written by hand in the resources
 * under {@code demo/}, in the notation that {@link org.waxwing.bootstrap.demo.world.Script} reads. Rule of the house:
 * seed and time in, messages out; no clock, no random numbers, and no address outside {@code .example}. The story
 * continues in {@code org.waxwing.bootstrap.demo.server}, which puts the messages into folders.
 */
@NullMarked
package org.waxwing.bootstrap.demo.world;

import org.jspecify.annotations.NullMarked;
