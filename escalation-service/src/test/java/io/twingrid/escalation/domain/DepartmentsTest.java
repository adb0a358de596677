package io.twingrid.escalation.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class DepartmentsTest {
    private static final Department POWER = new Department("power", new Department.Name("供电所", "Power supply"));
    private static final Department WATER = new Department("water", new Department.Name("供水所", "Water"));

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
    void oneIdIsOneDepartment() {
        assertThatThrownBy(() -> new Departments(List.of(POWER, POWER))).hasMessage("department power stands twice");
    }

    @Test
    void aTownHasAtLeastOne() {
        assertThatThrownBy(() -> new Departments(List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
