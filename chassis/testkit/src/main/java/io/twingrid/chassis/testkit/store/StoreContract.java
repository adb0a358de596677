package io.twingrid.chassis.testkit.store;

/**
 * Everything that services ask of a store, with the answers of MongoDB. Run it against each store there is: implement it
 * with a {@link StoreUnderTest#database()}.
 */
public interface StoreContract
        extends WriteContract,
                UpdateContract,
                ReadContract,
                IndexContract,
                AggregationContract,
                FilesContract,
                ServiceContract {}
