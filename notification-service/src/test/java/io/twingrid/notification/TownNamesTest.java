package io.twingrid.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.twingrid.chassis.file.TownSource;
import io.twingrid.notification.domain.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The town's files are replaced while the service runs. */
class TownNamesTest {
    private static final Words LAMP = new Words("路灯", "Lamp");

    @TempDir
    Path town = Path.of(".");

    @Test
    void anAddedCategoryHasItsNameFromThenOnAndABadCatalogueTakesNoneAway() throws IOException {
        write("catalogue.yaml", "categories: [{code: '1', name: {zh: 路灯, en: Lamp}}]");
        TownSource<Map<String, Words>> names = TownNames.categories(town);

        write(
                "catalogue.yaml",
                "categories: [{code: '1', name: {zh: 路灯, en: Lamp}}, {code: '2', name: {zh: 井盖, en: Drain}}]");
        assertThat(names.refresh()).isTrue();
        assertThat(names.get()).containsEntry("1", LAMP).containsEntry("2", new Words("井盖", "Drain"));

        write("catalogue.yaml", "categories: [{code: '2', name: {zh: 井盖}}]");
        assertThat(names.refresh()).as("refused").isFalse();
        assertThat(names.get()).containsEntry("1", LAMP);
    }

    @Test
    void aRenamedAreaOrDepartmentHasItsNewNameFromThenOn() throws IOException {
        write(
                "areas.geojson",
                "{\"features\": [{\"properties\": {\"id\": \"a\", \"name\": {\"zh\": \"甲\", \"en\": \"A\"}}}]}");
        write("departments.yaml", "departments: [{id: power, name: {zh: 供电, en: Power}}]");
        TownSource<Map<String, Words>> areas = TownNames.areas(town);
        TownSource<Map<String, Words>> departments = TownNames.departments(town);

        write(
                "areas.geojson",
                "{\"features\": [{\"properties\": {\"id\": \"a\", \"name\": {\"zh\": \"甲村\", \"en\": \"A\"}}}]}");
        write("departments.yaml", "departments: [{id: power, name: {zh: 供电所, en: Power}}]");
        assertThat(areas.refresh()).isTrue();
        assertThat(departments.refresh()).isTrue();
        assertThat(areas.get()).containsEntry("a", new Words("甲村", "A"));
        assertThat(departments.get()).containsEntry("power", new Words("供电所", "Power"));
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(town.resolve(file), text);
    }
}
