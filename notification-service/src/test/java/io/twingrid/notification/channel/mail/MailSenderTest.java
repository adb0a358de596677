package io.twingrid.notification.channel.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.twingrid.notification.domain.Address;
import io.twingrid.notification.domain.Answer;
import io.twingrid.notification.domain.Audience;
import io.twingrid.notification.domain.Content;
import io.twingrid.notification.domain.Language;
import io.twingrid.notification.domain.Notice;
import io.twingrid.notification.domain.Target;
import io.twingrid.notification.domain.TargetKind;
import io.twingrid.notification.domain.Words;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Mail as a real SMTP server gets it. */
class MailSenderTest {
    private static final Instant NINE = Instant.parse("2026-11-22T01:00:00Z");
    private static final Audience POWER = Audience.department("power");

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void oneNoticeIsAMailOfItsTitleInPlainTextAndHtml() throws Exception {
        assertThat(send(Language.ZH, notice(1, "新派单：路灯异常", "请在11月23日前办结。"))).isInstanceOf(Answer.Taken.class);

        MimeMessage mail = received();
        assertThat(mail.getSubject()).isEqualTo("新派单：路灯异常");
        assertThat(mail.getAllRecipients()).extracting(Object::toString).containsExactly("office@example.org");
        assertThat(mail.getFrom()).extracting(Object::toString).containsExactly("twingrid@example.org");
        assertThat(part(mail, "text/plain"))
                .contains("新派单：路灯异常", "2026-11-22 09:00", "请在11月23日前办结。", "https://town.example.org/api/escalations/1");
        assertThat(part(mail, "text/html"))
                .contains("lang=\"zh-CN\"", "<a href=\"https://town.example.org/api/escalations/1\">");
    }

    @Test
    void manyNoticesAreOneDigest() throws Exception {
        Notice[] notices = IntStream.rangeClosed(1, 30)
                .mapToObj(i -> notice(i, "标题", "文字"))
                .toArray(Notice[]::new);

        send(Language.EN, notices);

        MimeMessage mail = received();
        assertThat(mail.getSubject()).isEqualTo("TwinGrid: 30 notices");
        String plain = part(mail, "text/plain");
        IntStream.rangeClosed(1, 30)
                .forEach(i -> assertThat(plain).contains("title " + i + "\n", "/api/escalations/" + i));
    }

    @Test
    void whatPeopleWroteIsNoMarkupAndNoHeader() throws Exception {
        send(Language.ZH, notice(1, "a\r\nBcc: everybody@example.org", "<script>alert(\"x\")</script> & <b>b</b>"));

        MimeMessage mail = received();
        assertThat(mail.getSubject()).isEqualTo("a  Bcc: everybody@example.org");
        assertThat(mail.getAllRecipients()).hasSize(1);
        assertThat(part(mail, "text/html"))
                .doesNotContain("<script>", "<b>")
                .contains("&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &lt;b&gt;b&lt;/b&gt;");
    }

    private Answer send(Language language, Notice... notices) {
        JavaMailSenderImpl smtp = new JavaMailSenderImpl();
        smtp.setHost("127.0.0.1");
        smtp.setPort(server.getSmtp().getPort());
        MailSender sender = new MailSender(
                smtp, "twingrid@example.org", URI.create("https://town.example.org"), ZoneId.of("Asia/Shanghai"));
        Target office = new Target(
                "t",
                TargetKind.EMAIL,
                "admin",
                "office",
                Set.of(POWER),
                Set.of(),
                language,
                true,
                new Address.Mailbox("office@example.org"),
                NINE);
        return Objects.requireNonNull(sender.send(office, List.of(notices)).block());
    }

    private MimeMessage received() {
        assertThat(server.getReceivedMessages()).hasSize(1);
        return server.getReceivedMessages()[0];
    }

    private static Notice notice(int number, String title, String text) {
        Content content = new Content(
                "fact-" + number,
                "dispatched",
                "r",
                new Words(title, "title " + number),
                new Words(text, "text"),
                "/api/escalations/" + number,
                NINE,
                false);
        return new Notice("n" + number, POWER, number, content);
    }

    private static String part(Part mail, String type) throws Exception {
        if (mail.isMimeType(type)) {
            return String.valueOf(mail.getContent()).replace("\r\n", "\n");
        }
        StringBuilder text = new StringBuilder();
        if (mail.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                text.append(part(parts.getBodyPart(i), type));
            }
        }
        return text.toString();
    }
}
