package io.twingrid.chassis.testkit.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.addEachToSet;
import static com.mongodb.client.model.Updates.addToSet;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.currentDate;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.max;
import static com.mongodb.client.model.Updates.min;
import static com.mongodb.client.model.Updates.mul;
import static com.mongodb.client.model.Updates.popFirst;
import static com.mongodb.client.model.Updates.pull;
import static com.mongodb.client.model.Updates.pullAll;
import static com.mongodb.client.model.Updates.pullByFilter;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.pushEach;
import static com.mongodb.client.model.Updates.rename;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;
import static io.twingrid.chassis.testkit.store.StoreUnderTest.assertRefused;
import static io.twingrid.chassis.testkit.store.StoreUnderTest.byId;
import static io.twingrid.chassis.testkit.store.StoreUnderTest.one;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.PushOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.Test;

/** What an update can do to a document, to its arrays, and to single elements of them. */
public interface UpdateContract extends StoreUnderTest {

    private Document updated(Document before, Bson update) {
        MongoCollection<Document> things = holding(before);
        one(things.updateOne(new Document(), update));
        return one(things.find());
    }

    @Test
    default void fieldsAreSetAndRemovedAlsoInsideOthers() {
        Document before = new Document("_id", 1)
                .append("a", new Document("b", 1).append("c", 2))
                .append("d", 3);
        assertThat(updated(before, combine(set("a.b", 9), unset("a.c"), unset("d"), set("e.f.g", true))))
                .isEqualTo(new Document("_id", 1)
                        .append("a", new Document("b", 9))
                        .append("e", new Document("f", new Document("g", true))));
    }

    @Test
    default void numbersGrowAndKeepTheirBounds() {
        Document before = new Document("_id", 1)
                .append("n", 5)
                .append("low", 5)
                .append("high", 5)
                .append("m", 5);
        assertThat(updated(before, combine(inc("n", 2L), mul("m", 3), min("low", 3), max("high", 4), inc("fresh", 1))))
                .isEqualTo(new Document("_id", 1)
                        .append("n", 7L)
                        .append("low", 3)
                        .append("high", 5)
                        .append("m", 15)
                        .append("fresh", 1));
    }

    @Test
    default void aFieldIsRenamedAndTheTimeIsTheStores() {
        Document after =
                updated(new Document("_id", 1).append("old", "v"), combine(rename("old", "new"), currentDate("at")));
        assertThat(after).containsEntry("new", "v").doesNotContainKey("old");
        assertThat(after.getDate("at")).isNotNull();
    }

    @Test
    default void anArrayGrowsAndIsCutToItsNewestElements() {
        Document before = new Document("_id", 1).append("log", List.of(1, 2, 3));
        assertThat(updated(before, push("log", 4)).getList("log", Integer.class))
                .containsExactly(1, 2, 3, 4);
        assertThat(updated(before, pushEach("log", List.of(4, 5), new PushOptions().slice(-3)))
                        .getList("log", Integer.class))
                .containsExactly(3, 4, 5);
        assertThat(updated(before, pushEach("log", List.of(9), new PushOptions().position(0)))
                        .getList("log", Integer.class))
                .containsExactly(9, 1, 2, 3);
        assertThat(updated(before, pushEach("log", List.of(0), new PushOptions().sortDocument(Sorts.descending("x"))))
                        .getList("log", Integer.class))
                .hasSize(4);
        assertThat(updated(before, push("fresh", "x")).getList("fresh", String.class))
                .containsExactly("x");
    }

    @Test
    default void aSetTakesAValueOnce() {
        Document before = new Document("_id", 1).append("by", List.of("a", "b"));
        assertThat(updated(before, addToSet("by", "b")).getList("by", String.class))
                .containsExactly("a", "b");
        assertThat(updated(before, addEachToSet("by", List.of("b", "c"))).getList("by", String.class))
                .containsExactly("a", "b", "c");
    }

    @Test
    default void elementsAreTakenOut() {
        Document before = new Document("_id", 1)
                .append("n", List.of(1, 2, 3, 2))
                .append("d", List.of(new Document("id", "x").append("v", 1), new Document("id", "y").append("v", 5)));
        assertThat(updated(before, pull("n", 2)).getList("n", Integer.class)).containsExactly(1, 3);
        assertThat(updated(before, pullAll("n", List.of(1, 3))).getList("n", Integer.class))
                .containsExactly(2, 2);
        assertThat(updated(before, popFirst("n")).getList("n", Integer.class)).containsExactly(2, 3, 2);
        assertThat(updated(before, pullByFilter(new Document("d", new Document("id", "x"))))
                        .getList("d", Document.class))
                .containsExactly(new Document("id", "y").append("v", 5));
        assertThat(updated(before, pullByFilter(new Document("n", new Document("$gte", 2))))
                        .getList("n", Integer.class))
                .containsExactly(1);
    }

    @Test
    default void theElementThatTheFilterFoundIsChanged() {
        Document before = new Document("_id", 1)
                .append("items", List.of(new Document("k", "a").append("n", 1), new Document("k", "b").append("n", 5)));
        MongoCollection<Document> byField = holding(before);
        one(byField.updateOne(and(eq("_id", 1), eq("items.k", "b")), set("items.$.n", 6)));
        assertThat(byId(byField, 1).getList("items", Document.class).get(1).getInteger("n"))
                .isEqualTo(6);

        MongoCollection<Document> byElement = holding(before);
        one(byElement.updateOne(
                and(eq("_id", 1), elemMatch("items", and(eq("k", "b"), gt("n", 3)))), inc("items.$.n", 10)));
        assertThat(byId(byElement, 1).getList("items", Document.class))
                .containsExactly(new Document("k", "a").append("n", 1), new Document("k", "b").append("n", 15));
    }

    @Test
    default void theElementThatWasFoundIsChangedAndAnswered() {
        MongoCollection<Document> things = holding(new Document("_id", 1).append("tags", List.of("x", "y", "z")));
        Document after = one(things.findOneAndUpdate(
                eq("tags", "y"),
                set("tags.$", "Y"),
                new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER)));
        assertThat(after.getList("tags", String.class)).containsExactly("x", "Y", "z");
    }

    @Test
    default void eachDocumentHasItsOwnPosition() {
        MongoCollection<Document> things = holding(
                new Document("_id", 1).append("n", List.of(1, 9)),
                new Document("_id", 2).append("n", List.of(9, 1)),
                new Document("_id", 3).append("n", List.of(2)));
        assertThat(one(things.updateMany(eq("n", 9), set("n.$", 0))).getModifiedCount())
                .isEqualTo(2);
        assertThat(byId(things, 1).getList("n", Integer.class)).containsExactly(1, 0);
        assertThat(byId(things, 2).getList("n", Integer.class)).containsExactly(0, 1);
    }

    @Test
    default void allElementsOrThoseOfAFilterAreChanged() {
        Document before = new Document("_id", 1)
                .append("items", List.of(new Document("n", 1), new Document("n", 5), new Document("n", 9)));
        MongoCollection<Document> some = holding(before);
        one(some.updateOne(
                eq("_id", 1),
                set("items.$[big].done", true),
                new UpdateOptions().arrayFilters(List.of(gt("big.n", 4)))));
        assertThat(byId(some, 1).getList("items", Document.class))
                .containsExactly(
                        new Document("n", 1),
                        new Document("n", 5).append("done", true),
                        new Document("n", 9).append("done", true));
        MongoCollection<Document> every = holding(before);
        one(every.updateOne(eq("_id", 1), inc("items.$[].n", 1)));
        assertThat(byId(every, 1).getList("items", Document.class))
                .containsExactly(new Document("n", 2), new Document("n", 6), new Document("n", 10));
    }

    @Test
    default void aPositionThatTheFilterDidNotFindIsRefused() {
        MongoCollection<Document> things = holding(new Document("_id", 1).append("n", List.of(1)));
        assertRefused(2, () -> one(things.updateOne(eq("_id", 1), set("n.$", 0))));
    }

    @Test
    default void whatCannotBeDoneToADocumentIsRefusedAndLeavesItAlone() {
        Document before = new Document("_id", 1).append("text", "x").append("n", 1);
        MongoCollection<Document> things = holding(before);
        assertRefused(14, () -> one(things.updateOne(lt("_id", 2), inc("text", 1))));
        assertRefused(66, () -> one(things.updateOne(lt("_id", 2), set("_id", 2))));
        assertRefused(9, () -> one(things.updateOne(lt("_id", 2), new Document("$frobnicate", new Document("n", 1)))));
        assertRefused(40, () -> one(things.updateOne(lt("_id", 2), combine(set("n", 2), inc("n", 1)))));
        assertThat(byId(things, 1)).isEqualTo(before);
    }
}
