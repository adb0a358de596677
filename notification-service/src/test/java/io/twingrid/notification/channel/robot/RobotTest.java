package io.twingrid.notification.channel.robot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.twingrid.notification.domain.Address;
import io.twingrid.notification.domain.Audience;
import io.twingrid.notification.domain.Content;
import io.twingrid.notification.domain.Language;
import io.twingrid.notification.domain.Notice;
import io.twingrid.notification.domain.Words;
import java.net.URI;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Each robot is spoken to as its maker asks; the signatures were made by another program. */
class RobotTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final URI ORIGIN = URI.create("https://twingrid.example.org");
    private static final List<GroupText> TEXTS =
            List.of(GroupText.of(notice("新上报：路灯异常", "20261122-7K3M9QXA，铁山01。"), Language.ZH, ORIGIN));

    @Test
    void weComIsGivenMarkdownAndNoSignature() {
        Robot.Call call = call(Robot.WECOM, "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=k", null);

        assertThat(call.url()).hasToString("https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=k");
        JsonNode body = json(call);
        assertThat(body.path("msgtype").asString()).isEqualTo("markdown");
        assertThat(body.path("markdown").path("content").asString())
                .isEqualTo("**[新上报：路灯异常](https://twingrid.example.org/api/cases/r)**\n\n20261122-7K3M9QXA，铁山01。");
    }

    @Test
    void dingTalkIsSignedInItsUrl() {
        Robot.Call call = call(Robot.DINGTALK, "https://oapi.dingtalk.com/robot/send?access_token=t", "SECdemo");

        assertThat(call.url())
                .hasToString("https://oapi.dingtalk.com/robot/send?access_token=t&timestamp=1795341600000"
                        + "&sign=K4DA6uZF9d%2F2uYR7ywnkr1JtPzFuD1TVgTHauV8srn4%3D");
        JsonNode body = json(call);
        assertThat(body.path("msgtype").asString()).isEqualTo("markdown");
        assertThat(body.path("markdown").path("title").asString()).isEqualTo("新上报：路灯异常");
        assertThat(body.path("markdown").path("text").asString()).contains("20261122-7K3M9QXA");
    }

    @Test
    void feishuIsSignedInItsBody() {
        JsonNode body = json(call(Robot.FEISHU, "https://open.feishu.cn/open-apis/bot/v2/hook/h", "feishu-demo"));

        assertThat(body.path("timestamp").asString()).isEqualTo("1795341600");
        assertThat(body.path("sign").asString()).isEqualTo("Q5CtE6KIP6ZOt0mSt4HuIK1jogsZnoVhgqSt/J/UnuA=");
        assertThat(body.path("msg_type").asString()).isEqualTo("post");
        JsonNode line = body.at("/content/post/zh_cn/content/0");
        assertThat(line.path(0).path("href").asString()).isEqualTo("https://twingrid.example.org/api/cases/r");
        assertThat(line.path(1).path("text").asString()).contains("20261122-7K3M9QXA");
    }

    @Test
    void wordsOfPeopleAreNeitherLinksNorCallsToEverybody() {
        GroupText text = GroupText.of(
                notice("a\nb", "[win](http://evil) <@all> @all *x* `y` # z ~ | \\ _"), Language.ZH, ORIGIN);

        assertThat(text.title()).isEqualTo("a b");
        assertThat(text.text()).doesNotContain("[", "]", "(", ")", "<", ">", "@", "*", "`", "#", "~", "|", "\\", "_");
        assertThat(text.text()).contains("［win］（http://evil）");
    }

    @Test
    void theFullestMessageIsShortEnoughForWeCom() {
        GroupText longest = GroupText.of(notice("题".repeat(500), "文".repeat(5000)), Language.ZH, ORIGIN);
        Robot.Call call = Robot.WECOM.call(
                new Address.Hook(URI.create("https://example.org/"), null),
                Collections.nCopies(5, longest),
                Language.ZH,
                NOW);

        // WeCom takes 4096 bytes of markdown.
        assertThat(json(call).path("markdown").path("content").asString().getBytes(UTF_8))
                .hasSizeLessThan(4096);
        assertThat(longest.text()).endsWith("…");
    }

    private static Robot.Call call(Robot robot, String url, @Nullable String secret) {
        return robot.call(new Address.Hook(URI.create(url), secret), TEXTS, Language.ZH, NOW);
    }

    private static JsonNode json(Robot.Call call) {
        return JSON.valueToTree(call.body());
    }

    private static Notice notice(String title, String text) {
        Content content = new Content(
                "cause",
                "routed",
                "r",
                new Words(title, "New report: Street light out"),
                new Words(text, text),
                "/api/cases/r",
                NOW,
                false);
        return new Notice("id", Audience.inCommunity("tieshan", "community-lead"), 1, content);
    }
}
