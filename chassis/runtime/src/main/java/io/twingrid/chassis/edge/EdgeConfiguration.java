package io.twingrid.chassis.edge;

import io.micrometer.core.instrument.MeterRegistry;
import io.twingrid.chassis.ServiceSettings;
import io.twingrid.chassis.edge.TopicSettings.Reads;
import io.twingrid.chassis.fact.FactSender;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.cloud.stream.binder.kafka.ListenerContainerWithDlqAndRetryCustomizer;
import org.springframework.cloud.stream.binding.Bindable;
import org.springframework.cloud.stream.binding.BindingService;
import org.springframework.cloud.stream.binding.InputBindingLifecycle;
import org.springframework.cloud.stream.config.BindingServiceProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.util.backoff.BackOff;

/** The edge's beans. The binder would retry and park whole polls; here that is taken out of its hands. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({EdgeSettings.class, TopicSettings.class})
class EdgeConfiguration {

    @Bean
    FactEdge factEdge(EdgeSettings settings, MeterRegistry metrics, Clock clock) {
        return new FactEdge(settings, metrics, clock);
    }

    @Bean
    Topics topics(
            TopicSettings settings,
            ObjectProvider<NewTopic> more,
            KafkaAdmin admin,
            KafkaTemplate<?, ?> producer,
            FactSender sender) {
        // They are made when the broker is there, not in the middle of the start.
        admin.setAutoCreate(false);
        return new Topics(settings, more.orderedStream().toList(), admin, producer, sender);
    }

    /** Of the consumers as they are bound, in whatever group that is; one without a group has no backlog. */
    @Bean
    Backlog backlog(BindingServiceProperties bindings, KafkaAdmin admin) {
        List<Reads> reads = bindings.getBindings().entrySet().stream()
                .filter(binding ->
                        binding.getKey().contains("-in-") && binding.getValue().getGroup() != null)
                .map(binding -> new Reads(
                        binding.getValue().getDestination(), binding.getValue().getGroup()))
                .toList();
        return new Backlog(reads, () -> Admin.create(admin.getConfigurationProperties()));
    }

    /** Takes the place of the binder's own start of its consumers, which has no patience. */
    @Bean
    static BeanPostProcessor patience(
            ObjectProvider<BindingService> binding,
            ObjectProvider<Map<String, Bindable>> bindables,
            ObjectProvider<Topics> topics,
            ObjectProvider<Listeners> listeners) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                if (!(bean instanceof InputBindingLifecycle)) {
                    return bean;
                }
                PatientBindings patient =
                        new PatientBindings(binding.getObject(), bindables.getObject(), topics.getObject());
                listeners.getObject().boundBy(patient);
                return patient;
            }
        };
    }

    @Bean
    Listeners listeners() {
        return new Listeners();
    }

    @Bean
    ListenerContainerWithDlqAndRetryCustomizer errorHandling(
            ProducerFactory<?, ?> producers,
            EdgeSettings settings,
            ServiceSettings service,
            MeterRegistry metrics,
            Listeners listeners) {
        KafkaTemplate<byte[], byte[]> parked = parkedRecords(producers);
        return new ListenerContainerWithDlqAndRetryCustomizer() {
            @Override
            public boolean retryAndDlqInBinding(String destination, String group) {
                return false;
            }

            @Override
            public void configure(
                    AbstractMessageListenerContainer<?, ?> container,
                    String destination,
                    String group,
                    @Nullable BiFunction<ConsumerRecord<?, ?>, Exception, TopicPartition> dlq,
                    @Nullable BackOff backOff) {
                container.setCommonErrorHandler(TroubleSorter.errorHandler(
                        new Parking(service.withoutPrefix(group), parked, metrics), settings));
                listeners.add(container);
            }
        };
    }

    @SuppressWarnings("unchecked") // the copy gets the serializers that make the types true
    private static KafkaTemplate<byte[], byte[]> parkedRecords(ProducerFactory<?, ?> producers) {
        return new KafkaTemplate<>(
                (ProducerFactory<byte[], byte[]>) producers,
                Map.of(
                        ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class,
                        ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class));
    }
}
