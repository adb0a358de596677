package io.twingrid.chassis.embedded;

import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import java.util.Locale;
import java.util.Set;
import org.h2.mvstore.MVStore;

/** Commits after every command that may write, before the answer leaves. */
final class CommittedBackend extends H2Backend {

    private static final Set<String> READS = Set.of(
            "find",
            "getmore",
            "count",
            "distinct",
            "listcollections",
            "listindexes",
            "ismaster",
            "hello",
            "ping",
            "buildinfo",
            "killcursors",
            "endsessions",
            "serverstatus",
            "connectionstatus",
            "collstats",
            "dbstats");

    private final MVStore file;
    private final boolean sync;

    CommittedBackend(MVStore file, boolean sync) {
        super(file);
        this.file = file;
        this.sync = sync;
    }

    @Override
    public Document handleCommand(Channel channel, String database, String command, Document query) {
        Document answer = super.handleCommand(channel, database, command, query);
        if (!READS.contains(command.toLowerCase(Locale.ROOT))) {
            file.commit();
            if (sync) {
                file.sync();
            }
        }
        return answer;
    }
}
