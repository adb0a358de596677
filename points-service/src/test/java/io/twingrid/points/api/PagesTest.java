package io.twingrid.points.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.ReaderException;
import io.twingrid.points.domain.observer.Observer;
import io.twingrid.points.domain.observer.Observer.State;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PagesTest {
    private final Pages pages = new Pages("https://grid.example", "分拣<中心>", ZoneId.of("Asia/Shanghai"));

    @Test
    void aCertificateSaysWhoIsAppointedByWhomAndWhereThatCanBeChecked() throws ReaderException {
        String page = pages.certificate(observer("邱<昌健", State.ACTIVE), "2026-7K3M9QXA");

        assertThat(page)
                .contains("聘书", "兹聘请圆通速递<strong>邱&lt;昌健</strong>同志", "2026-7K3M9QXA", "2026年4月11日", "分拣&lt;中心&gt;")
                .doesNotContain("邱<", "<script");
        assertThat(QrTest.read(page)).isEqualTo("https://grid.example/api/observers/verify/2026-7K3M9QXA");
    }

    @ParameterizedTest
    @CsvSource({"ACTIVE, 证件有效", "SUSPENDED, 证件已暂停使用", "REVOKED, 证件已失效"})
    void aStrangerReadsWhetherItHoldsAndOneCharacterOfTheName(State state, String says) {
        assertThat(pages.verification("2026-7K3M9QXA", observer("邱昌健", state)))
                .contains(says, "邱**", "2026年4月11日")
                .doesNotContain("昌健", "圆通");
    }

    @Test
    void anInventedNumberIsNotRunAsAPage() {
        assertThat(pages.verification("<script>", null))
                .contains("查无此证", "&lt;script&gt;")
                .doesNotContain("<script");
    }

    private static Observer observer(String name, State state) {
        return new Observer(
                "qiu",
                name,
                "圆通速递",
                "courier",
                List.of(),
                List.of(),
                state,
                List.of(),
                "2026-7K3M9QXA",
                Instant.parse("2026-04-10T16:00:00Z"),
                null,
                false);
    }
}
