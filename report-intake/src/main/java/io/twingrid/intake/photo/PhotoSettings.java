package io.twingrid.intake.photo;

import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * What a photo may be, and what is made of it.
 *
 * @param upload the largest file
 * @param megapixels the largest picture, in millions of pixels; a small file may hold a very large one
 * @param large longest edge of the large size, in pixels
 * @param small longest edge of the small size, in pixels
 * @param quality of the JPEG that is made, from 0 to 1
 * @param alike bits in which the fingerprints of two photos may differ and still be of one picture; at most 3, which is
 *     what the index finds
 * @param workers photos that are worked on at once
 * @param waiting photos that wait for a worker; one more is answered 503
 * @param zone of cameras that do not say in which zone they are
 */
@ConfigurationProperties("intake.photos")
public record PhotoSettings(
        DataSize upload,
        int megapixels,
        int large,
        int small,
        float quality,
        int alike,
        int workers,
        int waiting,
        ZoneId zone) {
    public PhotoSettings {
        if (upload.toBytes() < 1 || megapixels < 1 || small < 1 || large < small || workers < 1 || waiting < 1) {
            throw new IllegalArgumentException("intake.photos: sizes, workers and waiting must be positive");
        }
        if (!(quality > 0 && quality <= 1) || alike < 0 || alike > 3) {
            throw new IllegalArgumentException("intake.photos: quality from 0 to 1, alike from 0 to 3");
        }
    }
}
