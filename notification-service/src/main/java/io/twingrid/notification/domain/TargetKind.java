package io.twingrid.notification.domain;

/** How a target is spoken to. */
public enum TargetKind {
    /** Web Push (RFC 8030) to one browser or phone. */
    PUSH,
    /** CloudEvents over HTTP, signed after Standard Webhooks. */
    CLOUDEVENTS,
    /** A group's robot in WeCom, 企业微信群机器人. */
    WECOM,
    /** A group's robot in DingTalk, 钉钉群机器人. */
    DINGTALK,
    /** A group's robot in Feishu, 飞书群机器人. */
    FEISHU,
    /** A mailbox. */
    EMAIL
}
