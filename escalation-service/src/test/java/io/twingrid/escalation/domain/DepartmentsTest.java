package io.twingrid.escalation.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class DepartmentsTest {
    private static final Department POWER = new Department(
            "power", new Department.Name("供电所", "Power supply"), List.of("01037"), List.of("officer-power"), null);
    private static final Department WATER =
            new Department("water", new Department.Name("供水所", "Water"), List.of("01003", "01037"), List.of(), null);

    @Test
    void theyKeepTheTownsOrder() {
        assertThat(new Departments(List.of(WATER, POWER)).departments()).containsExactly(WATER, POWER);
    }

    @Test
    void onlyTheirOwnAreTheirs() {
        assertThat(new Departments(List.of(POWER)).has("power")).isTrue();
        assertThat(new Departments(List.of(POWER)).has("water")).isFalse();
    }

    @Test
    void aCategoryIsTheAffairOfThoseThatSaySo() {
        Departments departments = new Departments(List.of(WATER, POWER));

        assertThat(departments.of("01037")).containsExactly("water", "power");
        assertThat(departments.of("01003")).containsExactly("water");
        assertThat(departments.of("06010")).isEmpty();
    }

    @Test
    void oneIdIsOneDepartment() {
        assertThatThrownBy(() -> new Departments(List.of(POWER, POWER))).hasMessage("department power stands twice");
    }

    @Test
    void aTownHasAtLeastOne() {
        assertThatThrownBy(() -> new Departments(List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
