package io.twingrid.escalation;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import io.twingrid.chassis.ServiceSettings;
import io.twingrid.chassis.change.ChangeStore;
import io.twingrid.chassis.change.OutboxRelay;
import io.twingrid.chassis.edge.Backlog;
import io.twingrid.chassis.rounds.Rounds;
import io.twingrid.escalation.channel.EmailCarrier;
import io.twingrid.escalation.channel.LetterText;
import io.twingrid.escalation.channel.Open311Carrier;
import io.twingrid.escalation.channel.WebhookCarrier;
import io.twingrid.escalation.domain.Deadlines;
import io.twingrid.escalation.domain.forward.Carrier;
import io.twingrid.escalation.domain.forward.Forward;
import io.twingrid.escalation.domain.forward.Forwarded;
import io.twingrid.escalation.store.ForwardList;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;

/** The part of the wiring that passes dispatches on to departments' own systems. */
@Configuration(proxyBeanMethods = false)
class ForwardConfiguration {
    @Bean
    Forwards forwards(
            ChangeStore<Forward, Forwarded> store,
            ForwardList list,
            DepartmentSource departments,
            ForwardSettings settings) {
        return new Forwards(store, list, departments, settings.rules());
    }

    @Bean
    Rounds forwarding(
            Forwards forwards,
            SortingCentre centre,
            DepartmentSource departments,
            Deadlines deadlines,
            List<Carrier> carriers,
            ForwardSettings settings,
            Backlog backlog,
            Clock clock,
            MeterRegistry metrics) {
        Forwarding forwarding =
                new Forwarding(forwards, centre, departments, deadlines, carriers, settings, clock, metrics);
        // In a replay the facts that something was delivered come behind those that it was to be.
        return new Rounds("the round of forwards", settings.every(), backlog.workedOff(), forwarding::round);
    }

    @Bean
    LetterText letterText(EscalationSettings escalation, ForwardSettings settings) {
        return new LetterText(escalation.zone(), settings.publicUrl());
    }

    @Bean
    Carrier email(ObjectProvider<JavaMailSender> server, ForwardSettings settings, LetterText text) {
        return new EmailCarrier(server.getIfAvailable(), settings.mailFrom(), text);
    }

    @Bean
    Carrier webhook(ForwardSettings settings, Clock clock) {
        return new WebhookCarrier(settings.callWithin(), settings.keysByDepartment(), clock);
    }

    @Bean
    Carrier open311(ForwardSettings settings, LetterText text) {
        return new Open311Carrier(settings.callWithin(), settings.keysByDepartment(), text);
    }

    @Bean
    ChangeStore<Forward, Forwarded> forwardStore(OutboxRelay relay, MongoDatabase database, ServiceSettings service) {
        return relay.store(database, "forwards", service.topic("report-events"), new ForwardMapping());
    }

    @Bean
    ForwardList forwardList(ChangeStore<Forward, Forwarded> store) {
        return new ForwardList(store.documents());
    }
}
