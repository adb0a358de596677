package io.twingrid.chassis.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

class EmbeddedStoreTest {

    @TempDir
    Path folder;

    @Test
    void whatWasAnsweredIsStillThereAfterARestart() {
        Document written = new Document("_id", "one").append("at", "noon");
        try (EmbeddedStore store = EmbeddedStore.start(StoreSettings.in(folder));
                MongoClient client = MongoClients.create(store.uri())) {
            await(client.getDatabase("town").getCollection("things").insertOne(written));
            assertThatExceptionOfType(EmbeddedStartException.class)
                    .isThrownBy(() -> EmbeddedStore.start(StoreSettings.in(folder)))
                    .withMessageContaining("another copy is running on it");
        }
        try (EmbeddedStore store = EmbeddedStore.start(StoreSettings.in(folder));
                MongoClient client = MongoClients.create(store.uri())) {
            assertThat(await(client.getDatabase("town").getCollection("things").find()))
                    .isEqualTo(written);
        }
    }

    @Test
    void aDamagedOrForeignFolderIsNamedAndLeftAlone() throws Exception {
        Path foreign = Files.writeString(folder.resolve("diary.txt"), "dear diary");
        assertThatExceptionOfType(EmbeddedStartException.class)
                .isThrownBy(() -> EmbeddedStore.start(StoreSettings.in(folder)))
                .withMessageContaining("choose an empty folder");
        assertThat(foreign).hasContent("dear diary");
        Path log = Files.writeString(Files.createDirectory(folder.resolve("b")).resolve("00000001.log"), "log");
        assertThatExceptionOfType(EmbeddedStartException.class)
                .isThrownBy(() -> EmbeddedStore.start(StoreSettings.in(folder.resolve("b"))))
                .withMessageContaining("restore the folder from a copy");
        assertThat(log).hasContent("log");
    }

    @Test
    void aTakenPortIsNamedAndTheFolderIsGivenBack() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            StoreSettings settings = new StoreSettings(folder, Endpoints.LOOPBACK, taken.getLocalPort(), false);
            assertThatExceptionOfType(EmbeddedStartException.class)
                    .isThrownBy(() -> EmbeddedStore.start(settings))
                    .withMessageContaining("cannot listen on 127.0.0.1:" + taken.getLocalPort());
        }
        EmbeddedStore.start(StoreSettings.in(folder)).close();
    }

    @Test
    void aFolderThatCannotBeMadeIsNamed() throws Exception {
        Path file = Files.writeString(folder.resolve("a-file"), "in the way");
        assertThatExceptionOfType(EmbeddedStartException.class)
                .isThrownBy(() -> EmbeddedStore.start(StoreSettings.in(file)))
                .withMessageContaining("give it a folder that this user may write to");
    }

    private static <T> T await(Publisher<T> publisher) {
        return Mono.from(publisher).blockOptional().orElseThrow();
    }
}
