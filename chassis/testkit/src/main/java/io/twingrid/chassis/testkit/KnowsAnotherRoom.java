package io.twingrid.chassis.testkit;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;

/** A dependency from one room of a service into another. */
final class KnowsAnotherRoom extends ArchCondition<JavaClass> {
    private final String root;
    private final List<String> rooms;

    KnowsAnotherRoom(String root, List<String> rooms) {
        super("know another room");
        this.root = root;
        this.rooms = rooms;
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        String own = roomOf(type);
        for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
            String other = roomOf(dependency.getTargetClass());
            if (!own.isEmpty() && !other.isEmpty() && !own.equals(other)) {
                events.add(SimpleConditionEvent.satisfied(type, dependency.getDescription()));
            }
        }
    }

    private String roomOf(JavaClass type) {
        return rooms.stream()
                .filter(room -> HouseRules.in(type, root + "." + room))
                .findFirst()
                .orElse("");
    }
}
