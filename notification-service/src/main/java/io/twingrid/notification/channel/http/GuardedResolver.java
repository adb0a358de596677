package io.twingrid.notification.channel.http;

import io.netty.resolver.AbstractAddressResolver;
import io.netty.resolver.AddressResolver;
import io.netty.resolver.AddressResolverGroup;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Promise;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Set;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Resolves names to public addresses only. It is asked when a connection is made, and the address that it gives is the
 * one connected to: a name that was public when it was saved and is private now leads nowhere.
 */
final class GuardedResolver extends AddressResolverGroup<InetSocketAddress> {
    private static final int MOST_WAITING = 10_000;

    private final Set<String> allowedHosts;
    /** The system's resolver blocks, and nobody may block an event loop. */
    private final Scheduler lookups;

    GuardedResolver(Set<String> allowedHosts, int lookups) {
        this.allowedHosts = allowedHosts;
        this.lookups = Schedulers.newBoundedElastic(lookups, MOST_WAITING, "outside-names");
    }

    /**
     * The addresses of a host, which are all public, or the host is allowed.
     *
     * @param host a name, or an address as text
     * @return errors: {@link NotPublicException}, or {@link java.net.UnknownHostException}
     */
    Mono<List<InetAddress>> addresses(String host) {
        return Mono.fromCallable(() -> List.of(InetAddress.getAllByName(host)))
                .subscribeOn(lookups)
                .flatMap(found -> checked(host, found));
    }

    /** One address that is not public spoils the name: who mixes them means harm. */
    private Mono<List<InetAddress>> checked(String host, List<InetAddress> found) {
        return allowedHosts.contains(host) || found.stream().allMatch(PublicAddresses::contain)
                ? Mono.just(found)
                : Mono.error(new NotPublicException(host));
    }

    @Override
    protected AddressResolver<InetSocketAddress> newResolver(EventExecutor executor) {
        return new Guarded(executor);
    }

    @Override
    public void close() {
        super.close();
        lookups.dispose();
    }

    private final class Guarded extends AbstractAddressResolver<InetSocketAddress> {
        Guarded(EventExecutor executor) {
            super(executor, InetSocketAddress.class);
        }

        /** An address that came as one must be looked at, too. */
        @Override
        protected boolean doIsResolved(InetSocketAddress address) {
            return false;
        }

        @Override
        protected void doResolve(InetSocketAddress address, Promise<InetSocketAddress> promise) {
            sockets(address).subscribe(found -> promise.trySuccess(found.getFirst()), promise::tryFailure);
        }

        @Override
        protected void doResolveAll(InetSocketAddress address, Promise<List<InetSocketAddress>> promise) {
            sockets(address).subscribe(promise::trySuccess, promise::tryFailure);
        }

        private Mono<List<InetSocketAddress>> sockets(InetSocketAddress address) {
            String host = address.getHostString();
            Mono<List<InetAddress>> found =
                    address.isUnresolved() ? addresses(host) : checked(host, List.of(address.getAddress()));
            return found.map(all -> all.stream()
                    .map(one -> new InetSocketAddress(one, address.getPort()))
                    .toList());
        }
    }
}
