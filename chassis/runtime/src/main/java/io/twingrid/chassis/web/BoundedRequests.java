package io.twingrid.chassis.web;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Closes a connection on which a request began and its headers do not end: Netty's own timeouts begin anew with each byte, so
 * a client that sends one now and then would hold a connection for as long as it likes. And one on which a body goes on and on
 * after its answer is out: the server would read and drop it to the end, if there is one.
 *
 * <p>Stands behind the codec: bytes that came and became nothing are an unfinished head.
 */
final class BoundedRequests extends ChannelDuplexHandler {
    private final HttpSettings settings;
    private boolean decoded;
    private boolean inBody;
    private boolean answered;
    private long leftover;
    private @Nullable Future<?> deadline;

    BoundedRequests(HttpSettings settings) {
        this.settings = settings;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        decoded = true;
        if (message instanceof HttpRequest) {
            inBody = true;
            answered = false;
            leftover = 0;
            cancel();
        }
        if (message instanceof LastHttpContent) {
            inBody = false;
        } else if (answered && message instanceof HttpContent content) {
            leftover += content.content().readableBytes();
        }
        context.fireChannelRead(message);
        if (leftover > settings.leftover().toBytes()) {
            hangUp(context);
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        if (!decoded && !inBody && deadline == null) {
            deadline = context.executor()
                    .schedule(() -> hangUp(context), settings.head().toMillis(), TimeUnit.MILLISECONDS);
        }
        decoded = false;
        context.fireChannelReadComplete();
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        boolean interim = message instanceof HttpResponse response
                && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
        if (message instanceof LastHttpContent && !interim) {
            answered = inBody;
        }
        Future<?> unused = context.write(message, promise);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        cancel();
        context.fireChannelInactive();
    }

    private static void hangUp(ChannelHandlerContext context) {
        Future<?> unused = context.close(); // nobody is left to be told when it is done
    }

    private void cancel() {
        Future<?> pending = deadline;
        if (pending != null) {
            pending.cancel(false);
            deadline = null;
        }
    }
}
