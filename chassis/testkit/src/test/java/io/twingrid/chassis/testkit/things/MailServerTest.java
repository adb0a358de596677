package io.twingrid.chassis.testkit.things;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.mail.autoconfigure.MailSenderAutoConfiguration;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** What the settings that all services share make of the operator's mail server. */
class MailServerTest {
    private final ApplicationContextRunner service = new ApplicationContextRunner()
            .withInitializer(new ConfigDataApplicationContextInitializer())
            .withPropertyValues("spring.config.name=chassis")
            .withConfiguration(AutoConfigurations.of(MailSenderAutoConfiguration.class));

    @Test
    void itIsSpokenToInSecretAndNotForEver() {
        service.withPropertyValues("spring.mail.host=mail.town.example").run(context -> {
            JavaMailSenderImpl server = context.getBean(JavaMailSenderImpl.class);
            Properties properties = server.getJavaMailProperties();

            assertThat(server.getHost()).isEqualTo("mail.town.example");
            assertThat(server.getPort()).isEqualTo(587);
            assertThat(properties)
                    .containsEntry("mail.smtp.starttls.enable", "true")
                    .containsEntry("mail.smtp.starttls.required", "true")
                    .containsKeys("mail.smtp.connectiontimeout", "mail.smtp.timeout", "mail.smtp.writetimeout");
        });
    }

    @Test
    void withoutOneThereIsNone() {
        service.run(context -> assertThat(context).doesNotHaveBean(JavaMailSender.class));
    }
}
