package io.twingrid.notification;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import io.twingrid.notification.channel.DeliveryEngine;
import io.twingrid.notification.channel.Sender;
import io.twingrid.notification.channel.http.Outside;
import io.twingrid.notification.channel.mail.MailSender;
import io.twingrid.notification.channel.push.PushSender;
import io.twingrid.notification.channel.push.Vapid;
import io.twingrid.notification.channel.robot.CloudEventsSender;
import io.twingrid.notification.channel.robot.Robot;
import io.twingrid.notification.channel.robot.RobotSender;
import io.twingrid.notification.domain.Alarm;
import io.twingrid.notification.domain.Announcer;
import io.twingrid.notification.domain.Deliveries;
import io.twingrid.notification.domain.DigestTime;
import io.twingrid.notification.domain.KeptSecrets;
import io.twingrid.notification.domain.LiveNotices;
import io.twingrid.notification.domain.Notices;
import io.twingrid.notification.domain.Planner;
import io.twingrid.notification.domain.Recipients;
import io.twingrid.notification.domain.TargetKind;
import io.twingrid.notification.store.MongoDeliveries;
import io.twingrid.notification.store.MongoSecrets;
import io.twingrid.notification.store.MongoTargets;
import io.twingrid.notification.store.SecretBox;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;
import tools.jackson.databind.json.JsonMapper;

/** The ways to those who are not connected: what is planned with a notice, and the engine that makes it so. */
@Configuration(proxyBeanMethods = false)
class DeliveryConfiguration {

    // Where a notice goes is planned when it is stored …

    @Bean
    Dispatch dispatch(
            MongoTargets targets,
            Deliveries deliveries,
            DeliverySettings settings,
            NotificationSettings notification,
            DeliveryEngine engine,
            Senders senders,
            Clock clock) {
        DigestTime digest = new DigestTime(settings.digestAt(), notification.zone());
        Planner planner = new Planner(digest, senders.kinds());
        return new Dispatch(targets, deliveries, targets, planner, clock, engine::wake);
    }

    @Bean
    MongoDeliveries deliveries(MongoDatabase database, DeliverySettings settings) {
        return new MongoDeliveries(database, settings.kept());
    }

    @Bean
    MongoTargets targets(MongoDatabase database, Deliveries deliveries, SecretBox box) {
        return new MongoTargets(database, deliveries, box);
    }

    @Bean
    KeptSecrets keptSecrets(MongoDatabase database, SecretBox box) {
        return new MongoSecrets(database, box);
    }

    @Bean
    SecretBox secretBox(DeliverySettings settings) {
        if (settings.storeKey().isEmpty()) {
            LoggerFactory.getLogger(DeliveryConfiguration.class)
                    .info("secrets of webhooks are stored as they are; DELIVERY_STORE_KEY would seal them");
        }
        return new SecretBox(settings.storeKey());
    }

    // … and done by the engine of whichever instance has room.

    @Bean
    DeliveryEngine deliveryEngine(
            Senders senders,
            Notices notices,
            Deliveries deliveries,
            MongoTargets targets,
            Alarm alarm,
            DeliverySettings settings,
            Clock clock,
            MeterRegistry metrics) {
        return new DeliveryEngine(
                senders.byKind(), notices, deliveries, targets, targets, alarm, settings.limits(), clock, metrics);
    }

    /**
     * How targets are spoken to.
     *
     * @param byKind a sender for each kind that this installation can speak to
     */
    record Senders(Map<TargetKind, Sender> byKind) {
        Set<TargetKind> kinds() {
            return byKind.keySet();
        }
    }

    @Bean
    Senders senders(
            Outside outside,
            Vapid vapid,
            ObjectProvider<JavaMailSender> smtp,
            DeliverySettings settings,
            NotificationSettings notification,
            JsonMapper json,
            Clock clock) {
        URI origin = settings.origin();
        Map<TargetKind, Sender> senders = new EnumMap<>(TargetKind.class);
        senders.put(
                TargetKind.PUSH, new PushSender(outside, vapid, settings.push().ttl(), json));
        senders.put(TargetKind.CLOUDEVENTS, new CloudEventsSender(outside, origin + "/api/notices", json, clock));
        for (Robot robot : Robot.values()) {
            Duration pace = settings.rates().pace(robot);
            senders.put(TargetKind.valueOf(robot.name()), new RobotSender(robot, pace, origin, outside, json, clock));
        }
        smtp.ifAvailable(server -> senders.put(
                TargetKind.EMAIL, new MailSender(server, settings.mailFrom(), origin, notification.zone())));
        return new Senders(senders);
    }

    @Bean
    Vapid vapid(KeptSecrets secrets, DeliverySettings settings, Clock clock) {
        return new Vapid(secrets, settings.push().contact(), clock);
    }

    @Bean
    Outside outside(DeliverySettings settings) {
        return new Outside(settings.outsideLimits());
    }

    @Bean
    Alarm pausedAlarm(Notices notices, LiveNotices live, Announcer announcer) {
        return new PausedAlarm(notices, live, announcer);
    }

    @Bean
    Webhooks webhooks(MongoTargets targets, Deliveries deliveries, Outside outside, Senders senders, Clock clock) {
        return new Webhooks(targets, targets, deliveries, outside, senders.kinds(), clock);
    }

    @Bean
    PushSubscriptions pushSubscriptions(
            MongoTargets targets,
            Deliveries deliveries,
            Recipients recipients,
            Outside outside,
            Vapid vapid,
            DeliverySettings settings,
            Clock clock) {
        return new PushSubscriptions(
                targets, deliveries, recipients, outside, vapid, settings.push().most(), clock);
    }
}
