package io.twingrid.triage;

import static io.twingrid.triage.TriageTown.json;
import static io.twingrid.triage.TriageTown.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twingrid.chassis.file.BadFileException;
import io.twingrid.triage.domain.AreaMap;
import io.twingrid.triage.domain.CaseState;
import io.twingrid.triage.domain.Cases;
import io.twingrid.triage.domain.Template;
import io.twingrid.triage.domain.Verb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.JsonNode;

class TemplatesTest {
    private static final TriageTown town = TriageTown.start();

    @AfterAll
    static void stop() {
        town.close();
    }

    @Test
    void theTownsTextsForAVerbAreFilledInForTheCase() {
        String id = town.submit("{\"category\":\"01037\",\"address\":\"铁山路12号\"}");
        JsonNode texts = json(town.lead("tieshan")
                .get()
                .uri("/api/cases/{id}/templates?verb=resolve", id)
                .exchange()
                .expectStatus()
                .isOk());
        assertThat(texts.values())
                .extracting(text -> text.required("text").asString())
                .as("that of street lights, not that of rubbish")
                .containsExactly("铁山路12号路灯已修复，夜间照明恢复正常。");
        problem(
                town.lead("tieshan")
                        .get()
                        .uri("/api/cases/{id}/templates?verb=x", id)
                        .exchange(),
                HttpStatus.BAD_REQUEST);
        problem(
                town.lead("shenqing")
                        .get()
                        .uri("/api/cases/{id}/templates?verb=resolve", id)
                        .exchange(),
                HttpStatus.NOT_FOUND);
    }

    @Test
    void aCommunityIsFilledInByTheNameThatPeopleRead() {
        AreaMap areas = new TownAreas(AreasFile.read(Path.of("../deploy/town")), "tieshan-01");
        Template text = new Template(Verb.NOTE, Set.of(), "name", "{community}已收到{number}");

        assertThat(text.filledFor(Cases.in(CaseState.ROUTED), areas)).isEqualTo("铁山社区已收到20261122-7K3M9QXA");
    }

    @Test
    void aTextThatCannotBeFilledInIsRefusedWithItsLine(@TempDir Path folder) throws IOException {
        Files.writeString(
                folder.resolve(TemplatesFile.NAME),
                "templates:\n  - {verb: note, name: a, text: '{weather} is fine'}\n");
        assertThatThrownBy(() -> TemplatesFile.read(folder))
                .isInstanceOf(BadFileException.class)
                .hasMessageContaining("templates.yaml, line 2")
                .hasMessageContaining("{weather}");
    }
}
