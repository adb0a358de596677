/** Webhooks: plain CloudEvents, and the robots of WeCom, DingTalk and Feishu groups, each in its own words. */
@NullMarked
package io.twingrid.notification.channel.robot;

import org.jspecify.annotations.NullMarked;
