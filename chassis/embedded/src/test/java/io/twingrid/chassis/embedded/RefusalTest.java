package io.twingrid.chassis.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.mongodb.MongoException;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Mono;

/** What MongoDB can do and this store cannot is refused, and the refusal names it. */
@TestInstance(Lifecycle.PER_CLASS)
class RefusalTest {

    private EmbeddedStore store;
    private MongoClient client;
    private MongoDatabase database;

    @BeforeAll
    void start(@TempDir Path folder) {
        store = EmbeddedStore.start(StoreSettings.in(folder));
        client = MongoClients.create(store.uri());
        database = client.getDatabase("town");
        Mono.from(database.getCollection("things").insertOne(new Document("_id", 1).append("a", 1)))
                .block();
    }

    @AfterAll
    void stop() {
        client.close();
        store.close();
    }

    static Stream<Arguments> requests() {
        return Stream.of(
                refused("collation", "{find: 'things', collation: {locale: 'zh'}}"),
                refused(
                        "collation",
                        "{update: 'things', updates: [{q: {}, u: {$set: {a: 2}}, collation: {locale: 'zh'}}]}"),
                refused("'min'", "{find: 'things', min: {a: 1}}"),
                refused("'tailable'", "{find: 'things', tailable: true}"),
                refused("$near", "{find: 'things', filter: {at: {$near: [1, 2]}}}"),
                refused("$geoWithin", "{find: 'things', filter: {at: {$geoWithin: {}}}}"),
                refused("$text", "{find: 'things', filter: {$text: {$search: 'x'}}}"),
                refused("$where", "{find: 'nowhere', filter: {$where: 'true'}}"),
                refused("$bitsAllSet", "{count: 'things', query: {a: {$bitsAllSet: 1}}}"),
                refused("$frob", "{delete: 'nowhere', deletes: [{q: {a: {$frob: 1}}, limit: 0}]}"),
                refused("$frob", "{distinct: 'things', key: 'a', query: {a: {$not: {$frob: 1}}}}"),
                refused("$frob", "{find: 'nowhere', filter: {$expr: {$eq: [{$frob: '$a'}, 1]}}}"),
                refused("$frob", "{distinct: 'nowhere', key: 'a', query: {a: {$frob: 1}}}"),
                refused(
                        "$switch",
                        "{aggregate: 'nowhere', pipeline: [{$project: {x: {$switch: {branches: []}}}}], cursor: {}}"),
                refused(
                        "$frob",
                        "{aggregate: 'nowhere', pipeline: [{$group: {_id: '$a', n: {$sum: {$frob: 1}}}}], cursor: {}}"),
                refused(
                        "$frob",
                        "{aggregate: 'nowhere', pipeline: [{$facet: {x: [{$group: {_id: {$frob: 1}}}]}}], cursor: {}}"),
                refused(
                        "'limit' of $filter",
                        "{aggregate: 'things', pipeline: [{$set: {x: {$filter: {input: [], cond: true, limit: 1}}}}], cursor: {}}"),
                refused("limit must be positive", "{aggregate: 'things', pipeline: [{$limit: 0}], cursor: {}}"),
                refused("'a.$'", "{find: 'things', projection: {'a.$': 1}}"),
                refused("'x'", "{find: 'things', projection: {x: {$toUpper: '$a'}}}"),
                refused("'x'", "{find: 'things', projection: {x: '$a'}}"),
                refused("pipeline", "{update: 'things', updates: [{q: {}, u: [{$set: {a: 2}}]}]}"),
                refused("$bit", "{update: 'things', updates: [{q: {_id: 9}, u: {$bit: {a: {and: 1}}}}]}"),
                refused("pipeline", "{findAndModify: 'things', query: {}, update: [{$set: {a: 2}}]}"),
                refused("'let'", "{aggregate: 'things', pipeline: [], cursor: {}, let: {x: 1}}"),
                refused("$unionWith", "{aggregate: 'things', pipeline: [{$unionWith: 'x'}], cursor: {}}"),
                refused("$setWindowFields", "{aggregate: 'things', pipeline: [{$setWindowFields: {}}], cursor: {}}"),
                refused("$changeStream", "{aggregate: 'things', pipeline: [{$changeStream: {}}], cursor: {}}"),
                refused(
                        "$percentile",
                        "{aggregate: 'things', pipeline: [{$group: {_id: 1, p: {$percentile: {}}}}], cursor: {}}"),
                refused(
                        "$dateTrunc",
                        "{aggregate: 'things', pipeline: [{$project: {x: {$dateTrunc: {}}}}], cursor: {}}"),
                refused(
                        "$lookup",
                        "{aggregate: 'things', pipeline: [{$lookup: {from: 'x', localField: 'a', foreignField: 'a', pipeline: [], as: 'y'}}], cursor: {}}"),
                refused("2dsphere", "{createIndexes: 'things', indexes: [{key: {a: '2dsphere'}, name: 'g'}]}"),
                refused("text", "{createIndexes: 'things', indexes: [{key: {a: 'text'}, name: 't'}]}"),
                refused(
                        "'collation'",
                        "{createIndexes: 'things', indexes: [{key: {a: 1}, name: 'c', collation: {locale: 'zh'}}]}"),
                refused(
                        "$nin",
                        "{createIndexes: 'things', indexes: [{key: {a: 1}, name: 'p', partialFilterExpression: {a: {$nin: [1]}}}]}"),
                refused(
                        "compound",
                        "{createIndexes: 'things', indexes: [{key: {a: 1, b: 1}, name: 't', expireAfterSeconds: 5}]}"),
                refused("'capped'", "{create: 'ring', capped: true, size: 1000}"),
                refused("'validator'", "{create: 'strict', validator: {a: 1}}"),
                refused("'collation'", "{count: 'things', query: {}, collation: {locale: 'zh'}}"),
                refused("'collation'", "{distinct: 'things', key: 'a', collation: {locale: 'zh'}}"),
                refused("'collation'", "{aggregate: 'things', pipeline: [], cursor: {}, collation: {locale: 'zh'}}"),
                refused("'collation'", "{delete: 'things', deletes: [{q: {}, limit: 0, collation: {locale: 'zh'}}]}"),
                refused("'collation'", "{findAndModify: 'things', remove: true, collation: {locale: 'zh'}}"),
                refused("'let'", "{find: 'things', let: {x: 1}}"),
                refused("'let'", "{update: 'things', updates: [{q: {}, u: {$set: {a: 2}}}], let: {x: 1}}"),
                refused("'c'", "{update: 'things', updates: [{q: {}, u: {$set: {a: 2}}, c: {x: 1}}]}"),
                refused("'sort'", "{update: 'things', updates: [{q: {}, u: {$set: {a: 2}}, sort: {a: 1}}]}"),
                refused("'hint'", "{update: 'things', updates: [{q: {}, u: {$set: {a: 2}}, hint: {a: 1}}]}"),
                refused("'hint'", "{delete: 'things', deletes: [{q: {}, limit: 0, hint: {a: 1}}]}"),
                refused("'hint'", "{findAndModify: 'things', remove: true, hint: {a: 1}}"),
                refused("hint", "{find: 'things', hint: 'nowhere_1'}"),
                refused("'max'", "{find: 'things', max: {a: 1}}"),
                refused("'returnKey'", "{find: 'things', returnKey: true}"),
                refused("'showRecordId'", "{find: 'things', showRecordId: true}"),
                refused("$nearSphere", "{find: 'things', filter: {at: {$nearSphere: [1, 2]}}}"),
                refused("$geoIntersects", "{find: 'nowhere', filter: {at: {$geoIntersects: {}}}}"),
                refused("$bitsAnyClear", "{find: 'nowhere', filter: {a: {$bitsAnyClear: 1}}}"),
                refused("$jsonSchema", "{find: 'nowhere', filter: {$jsonSchema: {}}}"),
                refused("$sampleRate", "{find: 'nowhere', filter: {$sampleRate: 0.5}}"),
                refused("x", "{find: 'nowhere', filter: {a: {$gt: 1, x: 2}}}"),
                refused("$in", "{find: 'nowhere', filter: {a: {$in: [{$gt: 1}]}}}"),
                refused("$nin", "{find: 'nowhere', filter: {a: {$nin: 5}}}"),
                refused("$not", "{find: 'nowhere', filter: {a: {$not: 5}}}"),
                refused("$frob", "{find: 'nowhere', filter: {a: {$elemMatch: {$frob: 1}}}}"),
                refused("$frob", "{find: 'nowhere', filter: {a: {$elemMatch: {b: {$frob: 1}}}}}"),
                refused("$frob", "{find: 'nowhere', filter: {a: {$all: [{$frob: 1}]}}}"),
                refused("$frob", "{find: 'nowhere', filter: {$and: [{$or: [{a: {$frob: 1}}]}]}}"),
                refused("$elemMatch", "{find: 'nowhere', filter: {a: {$elemMatch: 1}}}"),
                refused("$size", "{find: 'nowhere', filter: {a: {$size: 'x'}}}"),
                refused("$mod", "{find: 'nowhere', filter: {a: {$mod: [0]}}}"),
                refused("$type", "{find: 'nowhere', filter: {a: {$type: 'frob'}}}"),
                refused("$regex", "{find: 'nowhere', filter: {a: {$regex: '('}}}"),
                refused("$options", "{find: 'nowhere', filter: {a: {$options: 'i'}}}"),
                refused("$frob", "{update: 'things', updates: [{q: {_id: 9}, u: {$frob: {a: 1}}}]}"),
                refused("b", "{update: 'things', updates: [{q: {_id: 9}, u: {$set: {a: 1}, b: 2}}]}"),
                refused(
                        "$frob",
                        "{update: 'things', updates: [{q: {_id: 9}, u: {$push: {a: {$each: [], $frob: 1}}}}]}"),
                refused("$each", "{update: 'things', updates: [{q: {_id: 9}, u: {$addToSet: {a: {$each: 5}}}}]}"),
                refused("$slice", "{update: 'things', updates: [{q: {_id: 9}, u: {$push: {a: {$slice: 1}}}}]}"),
                refused("$frob", "{update: 'things', updates: [{q: {_id: 9}, u: {$pull: {a: {$frob: 1}}}}]}"),
                refused("increment", "{update: 'things', updates: [{q: {_id: 9}, u: {$inc: {a: 'x'}}}]}"),
                refused("multiply", "{update: 'things', updates: [{q: {_id: 9}, u: {$mul: {a: 'x'}}}]}"),
                refused("$pop", "{update: 'things', updates: [{q: {_id: 9}, u: {$pop: {a: 2}}}]}"),
                refused(
                        "$currentDate",
                        "{update: 'things', updates: [{q: {_id: 9}, u: {$currentDate: {a: {$type: 'frob'}}}}]}"),
                refused("$rename", "{update: 'things', updates: [{q: {_id: 9}, u: {$rename: {a: 1}}}]}"),
                refused("'x'", "{update: 'things', updates: [{q: {_id: 1}, u: {$set: {'b.$[x].c': 1}}}]}"),
                refused(
                        "'x'",
                        "{update: 'things', updates: [{q: {_id: 1}, u: {$set: {a: 1}}, arrayFilters: [{x: 1}]}]}"),
                refused("$geoNear", "{aggregate: 'nowhere', pipeline: [{$geoNear: {}}], cursor: {}}"),
                refused("$bucketAuto", "{aggregate: 'nowhere', pipeline: [{$bucketAuto: {}}], cursor: {}}"),
                refused("$densify", "{aggregate: 'nowhere', pipeline: [{$densify: {}}], cursor: {}}"),
                refused("$fill", "{aggregate: 'nowhere', pipeline: [{$fill: {}}], cursor: {}}"),
                refused("$collStats", "{aggregate: 'things', pipeline: [{$collStats: {}}], cursor: {}}"),
                refused("$search", "{aggregate: 'things', pipeline: [{$search: {}}], cursor: {}}"),
                refused("$frob", "{aggregate: 'nowhere', pipeline: [{$match: {a: {$frob: 1}}}], cursor: {}}"),
                refused("$frob", "{aggregate: 'nowhere', pipeline: [{$facet: {x: [{$frob: 1}]}}], cursor: {}}"),
                refused(
                        "$frob",
                        "{aggregate: 'nowhere', pipeline: [{$bucket: {groupBy: '$a', boundaries: [0, 1], output: {n: {$frob: 1}}}}], cursor: {}}"),
                refused(
                        "$frob",
                        "{aggregate: 'nowhere', pipeline: [{$lookup: {from: 'x', let: {}, pipeline: [{$frob: 1}], as: 'y'}}], cursor: {}}"),
                refused("$meta", "{aggregate: 'nowhere', pipeline: [{$sort: {a: {$meta: 'textScore'}}}], cursor: {}}"),
                refused("sort value for a", "{find: 'nowhere', sort: {a: {$meta: 'textScore'}}}"),
                refused("sort value for a", "{find: 'nowhere', sort: {a: 2}}"),
                refused("frob", "{aggregate: 'nowhere', pipeline: [{$unwind: {path: '$a', frob: 1}}], cursor: {}}"),
                refused("'a.$'", "{findAndModify: 'things', query: {}, update: {$set: {a: 2}}, fields: {'a.$': 1}}"),
                refused("hashed", "{createIndexes: 'things', indexes: [{key: {a: 'hashed'}, name: 'h'}]}"),
                refused("$**", "{createIndexes: 'things', indexes: [{key: {'$**': 1}, name: 'w'}]}"),
                refused("'hidden'", "{createIndexes: 'things', indexes: [{key: {a: 1}, name: 'h', hidden: true}]}"),
                refused("'viewOn'", "{create: 'view', viewOn: 'things', pipeline: []}"),
                refused("'timeseries'", "{create: 'series', timeseries: {timeField: 'at'}}"),
                refused("bulkWrite", "{bulkWrite: 1, ops: [], nsInfo: []}"),
                refused("mapReduce", "{mapReduce: 'things', map: '', reduce: ''}"));
    }

    private static Arguments refused(String named, String request) {
        return Arguments.of(named, request);
    }

    @ParameterizedTest
    @MethodSource("requests")
    void whatCannotBeDoneIsNamed(String named, String request) {
        assertThat(refusalOf(request)).contains(named);
    }

    private String refusalOf(String request) {
        MongoException refused = catchThrowableOfType(MongoException.class, () -> {
            Document answer = Mono.from(database.runCommand(Document.parse(request)))
                    .blockOptional()
                    .orElseThrow();
            answer.getList("writeErrors", Document.class, List.of()).forEach(error -> {
                throw new MongoException(error.getInteger("code"), error.getString("errmsg"));
            });
        });
        assertThat(refused).as(request).isNotNull();
        return String.valueOf(refused.getMessage());
    }
}
