package io.twingrid.notification.api;

import io.swagger.v3.oas.annotations.media.Schema;

/** How much is left to read. */
@Schema(name = "Unread")
record UnreadView(
        @Schema(description = "notices that you have not read, on any device")
        long unread) {}
