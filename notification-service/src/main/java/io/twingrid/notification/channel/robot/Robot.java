package io.twingrid.notification.channel.robot;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.twingrid.chassis.web.Hmac;
import io.twingrid.notification.domain.Address;
import io.twingrid.notification.domain.Language;
import java.net.URI;
import java.net.URLEncoder;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The robots that we know, and how each of them wants to be spoken to. */
public enum Robot {
    /** <a href="https://developer.work.weixin.qq.com/document/path/91770">企业微信群机器人</a>: the key is in its URL. */
    WECOM("errcode") {
        @Override
        Call call(Address.Hook hook, List<GroupText> texts, Language language, Instant now) {
            return new Call(hook.url(), Map.of("msgtype", "markdown", "markdown", Map.of("content", markdown(texts))));
        }
    },

    /** <a href="https://open.dingtalk.com/document/robots/customize-robot-security-settings">钉钉自定义机器人</a>, signed. */
    DINGTALK("errcode") {
        @Override
        Call call(Address.Hook hook, List<GroupText> texts, Language language, Instant now) {
            return new Call(
                    signed(hook, now),
                    Map.of(
                            "msgtype",
                            "markdown",
                            "markdown",
                            Map.of("title", texts.getFirst().title(), "text", markdown(texts))));
        }
    },

    /** <a href="https://open.feishu.cn/document/client-docs/bot-v3/add-custom-bot">飞书自定义机器人</a>, signed. */
    FEISHU("code") {
        @Override
        Call call(Address.Hook hook, List<GroupText> texts, Language language, Instant now) {
            Map<String, Object> body = new LinkedHashMap<>();
            if (hook.secret() != null) {
                String timestamp = Long.toString(now.getEpochSecond());
                body.put("timestamp", timestamp);
                // The text that others sign is the key here, and nothing is what is signed.
                body.put("sign", Hmac.sha256((timestamp + "\n" + hook.secret()).getBytes(UTF_8), ""));
            }
            body.put("msg_type", "post");
            body.put("content", Map.of("post", Map.of(language == Language.ZH ? "zh_cn" : "en_us", post(texts))));
            return new Call(hook.url(), body);
        }
    };

    private final String codeField;

    Robot(String codeField) {
        this.codeField = codeField;
    }

    /**
     * What is called.
     *
     * @param body to be written as JSON
     */
    record Call(URI url, Map<String, ?> body) {}

    abstract Call call(Address.Hook hook, List<GroupText> texts, Language language, Instant now);

    /** The member of its answers that is 0 where it took the message. */
    String codeField() {
        return codeField;
    }

    /** Whether a code says that it was called too often. */
    boolean isTooFast(int code) {
        return switch (this) {
            case WECOM -> code == 45009;
            case DINGTALK -> code == 130101;
            case FEISHU -> code == 9499 || code == 11232 || code == 11233;
        };
    }

    private static String markdown(List<GroupText> texts) {
        return texts.stream()
                .map(text -> "**[%s](%s)**\n\n%s".formatted(text.title(), text.link(), text.text()))
                .collect(Collectors.joining("\n\n"));
    }

    private static Map<String, Object> post(List<GroupText> texts) {
        List<List<Map<String, String>>> lines = texts.stream()
                .map(text -> List.of(
                        Map.of("tag", "a", "text", text.title(), "href", text.link()),
                        Map.of("tag", "text", "text", " " + text.text())))
                .toList();
        return Map.of("title", "", "content", lines);
    }

    private static URI signed(Address.Hook hook, Instant now) {
        @Nullable String secret = hook.secret();
        if (secret == null) {
            return hook.url();
        }
        long timestamp = now.toEpochMilli();
        String sign = Hmac.sha256(secret.getBytes(UTF_8), timestamp + "\n" + secret);
        char join = hook.url().getRawQuery() == null ? '?' : '&';
        return URI.create(
                "%s%stimestamp=%d&sign=%s".formatted(hook.url(), join, timestamp, URLEncoder.encode(sign, UTF_8)));
    }
}
