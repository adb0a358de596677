package io.twingrid.notification.domain;

import static io.twingrid.notification.domain.Samples.draft;
import static org.assertj.core.api.Assertions.assertThat;

import io.twingrid.notification.domain.Notices.Selection;
import io.twingrid.notification.domain.Notices.Stored;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** What every store of notices promises. */
public interface NoticesContract {

    /** A store, as one instance of the service has it. */
    Notices notices();

    /** The same store, as another instance has it. */
    Notices notices(Notices other);

    private static Audience audience() {
        return Audience.person(UUID.randomUUID().toString());
    }

    private static List<Stored> append(Notices notices, List<Draft> drafts) {
        return Objects.requireNonNull(notices.append(drafts).block());
    }

    private static List<Notice> all(Notices notices, Audience audience) {
        return Objects.requireNonNull(notices.after(audience, 0).collectList().block());
    }

    private static List<Long> seqs(List<Notice> notices) {
        return notices.stream().map(Notice::seq).toList();
    }

    @Test
    default void eachAudienceHasASequenceOfItsOwn() {
        Notices notices = notices();
        Audience one = audience();
        Audience other = audience();

        append(notices, List.of(draft(one, 1), draft(other, 1), draft(one, 2)));
        append(notices, List.of(draft(other, 2), draft(one, 3)));

        assertThat(seqs(all(notices, one))).containsExactly(1L, 2L, 3L);
        assertThat(seqs(all(notices, other))).containsExactly(1L, 2L);
        assertThat(notices.head(one).block()).isEqualTo(3);
        assertThat(notices.head(audience()).block()).isZero();
    }

    @Test
    default void theSameCauseAgainIsTheNoticeThatIsThere() {
        Notices notices = notices();
        Audience audience = audience();
        List<Stored> first = append(notices, List.of(draft(audience, 1), draft(audience, 2)));

        List<Stored> again = append(notices, List.of(draft(audience, 2), draft(audience, 3), draft(audience, 1)));

        assertThat(first).extracting(Stored::isNew).containsExactly(true, true);
        assertThat(again)
                .filteredOn(stored -> !stored.isNew())
                .extracting(Stored::notice)
                .containsExactlyInAnyOrder(first.get(0).notice(), first.get(1).notice());
        assertThat(again)
                .filteredOn(Stored::isNew)
                .extracting(stored -> stored.notice().seq())
                .containsExactly(3L);
        assertThat(seqs(all(notices, audience))).containsExactly(1L, 2L, 3L);
    }

    @Test
    default void aCauseTwiceInOnePollIsOneNotice() {
        Notices notices = notices();
        Audience audience = audience();

        append(notices, List.of(draft(audience, 1), draft(audience, 1), draft(audience, 2)));

        assertThat(seqs(all(notices, audience))).containsExactly(1L, 2L);
    }

    @Test
    default void appendersSideBySideLeaveNoGapAndNoRepeat() {
        Notices here = notices();
        Notices there = notices(here);
        long seed = System.nanoTime();
        List<Audience> audiences = List.of(audience(), audience());
        List<List<Draft>> polls = new ArrayList<>();
        for (int poll = 0; poll < 30; poll++) {
            int first = poll;
            // Every cause is appended by three polls: as a topic delivers it when consumers come and go.
            polls.add(audiences.stream()
                    .flatMap(audience -> IntStream.range(first, first + 3).mapToObj(cause -> draft(audience, cause)))
                    .toList());
        }
        Collections.shuffle(polls, new Random(seed));

        Flux.fromIterable(polls)
                .index()
                .flatMap(poll -> (poll.getT1() % 2 == 0 ? here : there).append(poll.getT2()), 8)
                .blockLast();

        for (Audience audience : audiences) {
            List<Notice> all = all(here, audience);
            assertThat(seqs(all))
                    .as("seed %d", seed)
                    .isEqualTo(LongStream.rangeClosed(1, 32).boxed().toList());
            assertThat(all).extracting(notice -> notice.content().cause()).doesNotHaveDuplicates();
        }
    }

    @Test
    default void whatIsReadIsWhatWasWritten() {
        Notices notices = notices();
        Audience audience = audience();
        Content content = draft(audience, 1).content();
        Content withoutReport = new Content(
                "fact-2", "credited", null, content.title(), content.text(), content.link(), content.at(), true);

        List<Stored> stored =
                append(notices, List.of(new Draft(audience, content), new Draft(audience, withoutReport)));

        assertThat(all(notices, audience))
                .isEqualTo(stored.stream().map(Stored::notice).toList());
        assertThat(all(notices, audience)).extracting(Notice::content).containsExactly(content, withoutReport);
        Notice first = stored.getFirst().notice();
        assertThat(notices.find(first.id()).block()).isEqualTo(first);
        assertThat(notices.find("nothing").blockOptional()).isEmpty();
    }

    @Test
    default void theNewestComeFirstAndPagesDoNotOverlap() {
        Notices notices = notices();
        Audience one = audience();
        Audience other = audience();
        append(notices, List.of(draft(one, 1), draft(other, 1)));
        append(notices, List.of(draft(one, 2), draft(other, 2), draft(audience(), 3)));
        Set<Audience> both = Set.of(one, other);

        List<Notice> first = Objects.requireNonNull(
                notices.newest(Selection.of(both, null), 3).collectList().block());
        List<Notice> rest = Objects.requireNonNull(
                notices.newest(Selection.of(both, first.getLast().id()), 3)
                        .collectList()
                        .block());

        assertThat(first).extracting(notice -> notice.content().cause()).containsExactly("fact-2", "fact-2", "fact-1");
        assertThat(rest).extracting(notice -> notice.content().cause()).containsExactly("fact-1");
        assertThat(first).doesNotContainAnyElementsOf(rest);
    }

    @Test
    default void aSelectionIsBehindItsPlacesAndOfItsType() {
        Notices notices = notices();
        Audience one = audience();
        Audience other = audience();
        Content of = draft(one, 9).content();
        Content resolved = new Content(
                "fact-9", "resolved", of.reportId(), of.title(), of.text(), of.link(), of.at(), of.urgent());
        List<Stored> stored =
                append(notices, List.of(draft(one, 1), draft(one, 2), draft(other, 1), new Draft(other, resolved)));

        assertThat(notices.newest(new Selection(Map.of(one, 1L, other, 0L), null, null), 9)
                        .map(notice -> notice.content().cause())
                        .collectList()
                        .block())
                .containsExactlyInAnyOrder("fact-2", "fact-1", "fact-9");
        assertThat(notices.newest(new Selection(Map.of(one, 0L, other, 0L), "resolved", null), 9)
                        .map(notice -> notice.content().cause())
                        .collectList()
                        .block())
                .containsExactly("fact-9");
        assertThat(notices.headAt(one, stored.getFirst().notice().id()).block()).isEqualTo(1);
        assertThat(notices.headAt(other, stored.getLast().notice().id()).block())
                .isEqualTo(2);
        assertThat(notices.headAt(audience(), stored.getLast().notice().id()).block())
                .isZero();
    }
}
