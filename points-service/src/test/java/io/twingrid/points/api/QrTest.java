package io.twingrid.points.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is drawn is what a camera reads. */
class QrTest {
    private static final Pattern SIZE = Pattern.compile("viewBox=\"0 0 (\\d+) \\1\"");
    private static final Pattern MODULE = Pattern.compile("M(\\d+) (\\d+)h1v1h-1z");
    /** Pixels of a module's side. */
    private static final int SCALE = 4;

    @ParameterizedTest
    @ValueSource(strings = {"7K3M9QXA20FZ", "https://grid.example/api/observers/verify/2026-7K3M9QXA", "灌口镇"})
    void aCodeIsReadAsItWasMeant(String text) throws ReaderException {
        assertThat(read(Qr.svg(text))).isEqualTo(text);
    }

    @Test
    void whatNoCodeHoldsIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Qr.svg("x".repeat(5000)));
    }

    static String read(String page) throws ReaderException {
        Matcher size = SIZE.matcher(page);
        assertThat(size.find()).isTrue();
        int side = Integer.parseInt(size.group(1)) * SCALE;
        int[] pixels = new int[side * side];
        Arrays.fill(pixels, 0xffffff);
        for (Matcher module = MODULE.matcher(page); module.find(); ) {
            int x = Integer.parseInt(module.group(1)) * SCALE;
            int y = Integer.parseInt(module.group(2)) * SCALE;
            for (int row = y; row < y + SCALE; row++) {
                Arrays.fill(pixels, row * side + x, row * side + x + SCALE, 0);
            }
        }
        var image = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(side, side, pixels)));
        return new QRCodeReader()
                .decode(image, Map.of(DecodeHintType.TRY_HARDER, true))
                .getText();
    }
}
