package io.twingrid.notification;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.ChannelOption;
import io.twingrid.chassis.ServiceApplication;
import io.twingrid.chassis.ServiceSettings;
import io.twingrid.chassis.edge.EdgeSettings;
import io.twingrid.chassis.edge.FactEdge;
import io.twingrid.chassis.edge.TopicSettings;
import io.twingrid.chassis.fact.FactSender;
import io.twingrid.chassis.file.TownSource;
import io.twingrid.chassis.rounds.Rounds;
import io.twingrid.chassis.security.AccessRules;
import io.twingrid.notification.channel.LiveStreams;
import io.twingrid.notification.channel.StreamLimits;
import io.twingrid.notification.domain.Announcer;
import io.twingrid.notification.domain.FirstDrafts;
import io.twingrid.notification.domain.LiveNotices;
import io.twingrid.notification.domain.Names;
import io.twingrid.notification.domain.NoticeRules;
import io.twingrid.notification.domain.Notices;
import io.twingrid.notification.domain.Outgoing;
import io.twingrid.notification.domain.Patrols;
import io.twingrid.notification.domain.Readings;
import io.twingrid.notification.domain.Recipients;
import io.twingrid.notification.domain.Scribe;
import io.twingrid.notification.domain.Words;
import io.twingrid.notification.events.AnnouncementReader;
import io.twingrid.notification.events.CareRoutes;
import io.twingrid.notification.events.FromNowOn;
import io.twingrid.notification.events.KafkaAnnouncer;
import io.twingrid.notification.events.ParkedReader;
import io.twingrid.notification.events.PointsRoutes;
import io.twingrid.notification.events.ReportRoutes;
import io.twingrid.notification.store.MongoCards;
import io.twingrid.notification.store.MongoFirstDrafts;
import io.twingrid.notification.store.MongoNotices;
import io.twingrid.notification.store.MongoReadings;
import io.twingrid.notification.store.MongoRecipients;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.cloud.stream.binder.kafka.KafkaBindingRebalanceListener;
import org.springframework.context.annotation.Bean;
import org.springframework.messaging.Message;
import reactor.core.publisher.Mono;

/** Notices to staff and observers: stored first, then pushed. */
@SpringBootApplication
@EnableConfigurationProperties({NotificationSettings.class, DeliverySettings.class})
public class NotificationService {
    private static final String NAME = "notification-service";
    private static final String ANNOUNCEMENTS = "notices";
    /** Notices deleted at a time, so that clearing up after a long pause does not hold up the store. */
    private static final int CLEARED_AT_A_TIME = 500;

    public static void main(String[] args) {
        application().run(args);
    }

    /** The service, to run alone or beside others in one JVM. */
    public static SpringApplicationBuilder application() {
        return ServiceApplication.of(NotificationService.class, NAME);
    }

    // What comes in becomes notices …

    @Bean
    Consumer<Message<List<byte[]>>> reportEvents(FactEdge edge, Notifier notifier) {
        return edge.bulk(ReportRoutes.table(), notifier::tell);
    }

    @Bean
    Consumer<Message<List<byte[]>>> pointsEvents(FactEdge edge, Notifier notifier) {
        return edge.bulk(PointsRoutes.table(), notifier::tell);
    }

    @Bean
    Consumer<Message<List<byte[]>>> careEvents(FactEdge edge, Notifier notifier) {
        return edge.bulk(CareRoutes.table(), notifier::tell);
    }

    @Bean
    ParkedReader parked(Notifier notifier, EdgeSettings edge) {
        return new ParkedReader(notifier::tell, edge.workWithin());
    }

    @Bean
    Notifier notifier(
            NoticeRules rules,
            Notifier.Memory memory,
            Notices notices,
            Notifier.Ways ways,
            NotificationSettings settings,
            Clock clock,
            MeterRegistry metrics) {
        return new Notifier(rules, memory, notices, ways, settings.kept(), clock, metrics);
    }

    @Bean
    TownSource<Map<String, Words>> areaNames(ServiceSettings service) {
        return TownNames.areas(service.town());
    }

    @Bean
    TownSource<Map<String, Words>> categoryNames(ServiceSettings service) {
        return TownNames.categories(service.town());
    }

    @Bean
    TownSource<Map<String, Words>> departmentNames(ServiceSettings service) {
        return TownNames.departments(service.town());
    }

    @Bean
    NoticeRules noticeRules(
            NotificationSettings settings,
            TownSource<Map<String, Words>> areaNames,
            TownSource<Map<String, Words>> categoryNames,
            TownSource<Map<String, Words>> departmentNames) {
        RulesFile file = RulesFile.read(settings.rules());
        Names names = file.names(areaNames, categoryNames, departmentNames);
        return new NoticeRules(file.rules(), new Scribe(names, settings.zone()));
    }

    // … which are stored …

    @Bean
    Notifier.Memory memory(MongoDatabase database, Patrols patrols, FirstDrafts firstDrafts) {
        return new Notifier.Memory(new MongoCards(database), patrols, firstDrafts);
    }

    @Bean
    MongoFirstDrafts firstDrafts(MongoDatabase database, NotificationSettings settings, Clock clock) {
        return new MongoFirstDrafts(database, settings.kept(), clock);
    }

    @Bean
    MongoNotices notices(MongoDatabase database, NotificationSettings settings, Clock clock) {
        return new MongoNotices(database, settings.headsRemembered(), settings.kept(), clock);
    }

    @Bean
    Rounds retention(MongoNotices notices, NotificationSettings settings) {
        return new Rounds("the clearing away of old notices", settings.sweep(), () -> Mono.defer(
                        () -> notices.sweep(CLEARED_AT_A_TIME))
                .repeat()
                .takeWhile(deleted -> deleted > 0)
                .then());
    }

    @Bean
    MongoRecipients recipients(MongoDatabase database, NotificationSettings settings, Clock clock) {
        return new MongoRecipients(database, settings.membershipTrusted(), clock);
    }

    // … told to the streams here, and announced to those of other instances …

    @Bean
    Notifier.Ways ways(LiveNotices live, Announcer announcer, Exit exit) {
        return new Notifier.Ways(live, announcer, exit);
    }

    @Bean
    Exit exit(Recipients recipients, ObjectProvider<Outgoing> ways) {
        return new Exit(recipients, ways.orderedStream().toList());
    }

    @Bean
    Announcer announcer(FactSender sender, ServiceSettings service) {
        return new KafkaAnnouncer(sender, service.topic(ANNOUNCEMENTS), service.service());
    }

    /** Announcements are news: what is older is read from the store, so the topic keeps little. */
    @Bean
    NewTopic announcementsTopic(ServiceSettings service, TopicSettings topics, NotificationSettings settings) {
        return topics.topic(service.topic(ANNOUNCEMENTS), settings.announcementsKept());
    }

    @Bean
    AnnouncementReader announcements(LiveNotices live, MeterRegistry metrics) {
        return new AnnouncementReader(live, metrics);
    }

    @Bean
    KafkaBindingRebalanceListener fromNowOn(LiveNotices live) {
        return new FromNowOn("announcements-in-0", live);
    }

    // … so that whoever is connected is told at once, and whoever is not finds it later.

    @Bean
    LiveStreams liveStreams(Notices notices, NotificationSettings settings, Clock clock, MeterRegistry metrics) {
        StreamLimits limits = new StreamLimits(
                settings.queue(), settings.patience(), settings.heartbeat(), settings.streamsPerPerson());
        return new LiveStreams(notices, limits, clock, metrics);
    }

    @Bean
    Inbox inbox(Notices notices, Readings readings) {
        return new Inbox(notices, readings);
    }

    @Bean
    MongoReadings readings(MongoDatabase database, NotificationSettings settings, Clock clock) {
        return new MongoReadings(database, settings.kept(), clock);
    }

    @Bean
    AccessRules accessRules() {
        return exchanges -> exchanges
                .pathMatchers("/api/notices/**", "/api/webhooks/**", "/api/deliveries", "/api/push-subscriptions/**")
                .authenticated();
    }

    /** Left alone, the kernel would take megabytes for a reader who has stopped to read before anybody noticed. */
    @Bean
    WebServerFactoryCustomizer<NettyReactiveWebServerFactory> boundedSendBuffer(NotificationSettings settings) {
        int bytes = Math.toIntExact(settings.sendBuffer().toBytes());
        return factory -> factory.addServerCustomizers(server -> server.childOption(ChannelOption.SO_SNDBUF, bytes));
    }
}
