package io.twingrid.intake.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twingrid.intake.domain.Location;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class DarkroomTest {
    private final Darkroom darkroom = new Darkroom(
            new PhotoSettings(DataSize.ofMegabytes(10), 50, 400, 80, 0.85f, 3, 2, 16, ZoneId.of("Asia/Shanghai")));

    @Test
    void everyKindBecomesTwoJpegsWithinTheirBounds() {
        for (String format : new String[] {"jpeg", "png"}) {
            Developed developed = darkroom.develop(Pictures.of(format, 1, 1000, 500));
            assertThat(developed.width()).isEqualTo(400);
            assertThat(developed.height()).isEqualTo(200);
            BufferedImage small = Pictures.decoded(developed.small());
            assertThat(small.getWidth()).isEqualTo(80);
            assertThat(small.getHeight()).isEqualTo(40);
        }
        assertThat(darkroom.develop(Pictures.webp()).width()).isEqualTo(1);
    }

    @Test
    void aPictureIsTurnedUpright() {
        BufferedImage turned = Pictures.decoded(
                darkroom.develop(Pictures.withExif(Pictures.redOverBlue(), 6)).large());
        assertThat(turned.getWidth()).isEqualTo(50);
        assertThat(turned.getHeight()).isEqualTo(100);
        // Held to the right, what was on top is at the right now.
        assertThat(turned.getRGB(45, 50) & 0xff0000).isGreaterThan(0xd00000);
        assertThat(turned.getRGB(5, 50) & 0xff).isGreaterThan(0xd0);
    }

    @Test
    void placeAndTimeAreOfferedAndNothingOfThemIsKept() {
        Developed developed = darkroom.develop(Pictures.withExif(Pictures.of("jpeg", 2, 300, 200), 1));
        Location place = Objects.requireNonNull(developed.place());
        assertThat(place.lat()).isBetween(24.61099, 24.61101);
        assertThat(place.lon()).isBetween(118.00399, 118.00401);
        assertThat(developed.takenAt()).isEqualTo(Instant.parse("2026-11-20T00:30:00Z"));
        byte[] kept = new byte[developed.large().remaining()];
        developed.large().get(kept);
        assertThat(new String(kept, StandardCharsets.ISO_8859_1))
                .doesNotContain("Exif")
                .doesNotContain("2026:11");
        assertThat(Exif.of(kept, ZoneId.of("UTC"))).isEqualTo(new Exif(1, null, null));
    }

    @Test
    void whatIsNoWholePictureIsRefusedWithASentence() {
        byte[] jpeg = Pictures.of("jpeg", 3, 200, 100);
        byte[] png = Pictures.of("png", 3, 200, 100);
        refused("hello".getBytes(StandardCharsets.UTF_8), "not a JPEG, PNG or WebP");
        refused(new byte[0], "not a JPEG, PNG or WebP");
        refused("\0\0\0\u0018ftypheic\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1), "HEIC");
        refused(Arrays.copyOf(jpeg, jpeg.length / 2), "send it again");
        refused(Arrays.copyOf(png, png.length / 2), "send it again");
        refused(Arrays.copyOf(Pictures.webp(), 30), "send it again");
        refused(Pictures.bomb(), "60000 × 60000");
        refused(Pictures.followedBy(jpeg, "<SCRIPT>alert(1)</script>"), "more than a picture");
        refused(Pictures.followedBy(png, "PK\u0005\u0006" + "\0".repeat(18)), "more than a picture");
    }

    @Test
    void anyBrokenFileIsRefusedOrDevelopedAndNothingElse() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (String format : new String[] {"jpeg", "png"}) {
            byte[] whole = Pictures.of(format, 4, 60, 40);
            for (int i = 0; i < 150; i++) {
                byte[] broken = whole.clone();
                for (int hit = 0; hit < 8; hit++) {
                    broken[random.nextInt(broken.length)] = (byte) random.nextInt();
                }
                try {
                    assertThat(darkroom.develop(broken).width()).isPositive();
                } catch (BadPhotoException expected) {
                    assertThat(expected).as("seed %d", seed).hasMessageMatching(".{10,200}");
                }
            }
        }
    }

    @Test
    void copiesOfAPictureAreAlikeAndOthersAreNot() {
        Developed original = darkroom.develop(Pictures.of("png", 5, 900, 600));
        Developed copy = darkroom.develop(Pictures.of("jpeg", 5, 600, 400));
        Developed other = darkroom.develop(Pictures.of("jpeg", 6, 600, 400));
        assertThat(original.fingerprint().distance(copy.fingerprint())).isLessThanOrEqualTo(3);
        assertThat(original.fingerprint().bands())
                .anyMatch(band -> copy.fingerprint().bands().contains(band));
        assertThat(original.fingerprint().distance(other.fingerprint())).isGreaterThan(10);
    }

    private void refused(byte[] file, String because) {
        assertThatThrownBy(() -> darkroom.develop(file))
                .isInstanceOf(BadPhotoException.class)
                .hasMessageContaining(because);
    }
}
