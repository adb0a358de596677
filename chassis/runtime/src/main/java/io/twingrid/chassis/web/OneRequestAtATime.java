package io.twingrid.chassis.web;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * Lets the next request of a connection through when the server has done with the one before. Reactor Netty keeps a queue of
 * its own for requests that come earlier, but forgets to read on behind it (its issue 4361), and forgets the queue itself when
 * the request in it says that the connection is to be closed after it: such a request hung until the client gave up.
 *
 * <p>Nothing is read while something waits, so that at most one reading of the socket does.
 */
final class OneRequestAtATime extends ChannelDuplexHandler {
    /** What Reactor Netty fires when it has done with a request. The class is its own, so only the name can be compared. */
    private static final String DONE = "reactor.netty.http.server.HttpServerOperationsTerminatedEvent";

    private final Queue<Object> waiting = new ArrayDeque<>();
    private boolean busy;

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        waiting.add(message);
        passOn(context);
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        context.fireUserEventTriggered(event);
        if (event.getClass().getName().equals(DONE)) {
            busy = false;
            // Later, because Reactor Netty is not yet quite done where it says so.
            context.executor().execute(() -> {
                if (!waiting.isEmpty()) {
                    passOn(context);
                    context.fireChannelReadComplete();
                    read(context);
                }
            });
        }
    }

    private void passOn(ChannelHandlerContext context) {
        while (!waiting.isEmpty() && !(busy && waiting.peek() instanceof HttpRequest)) {
            Object message = waiting.remove();
            busy |= message instanceof HttpRequest;
            context.fireChannelRead(message);
        }
    }

    @Override
    public void read(ChannelHandlerContext context) {
        if (waiting.isEmpty()) {
            context.read();
        }
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        waiting.forEach(ReferenceCountUtil::release);
        waiting.clear();
    }
}
