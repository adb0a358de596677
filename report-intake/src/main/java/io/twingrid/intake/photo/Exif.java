package io.twingrid.intake.photo;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.lang.GeoLocation;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.exif.GpsDirectory;
import io.twingrid.intake.domain.Location;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;

/**
 * What a camera wrote into a picture, as far as it is used; nothing of it stays in what is kept.
 *
 * @param orientation 1 to 8 as EXIF numbers them; 1 is upright
 */
record Exif(
        int orientation, @Nullable Location place, @Nullable Instant takenAt) {
    private static final Exif NONE = new Exif(1, null, null);

    /** Broken metadata is no metadata: the picture may be whole all the same. */
    static Exif of(byte[] file, ZoneId zone) {
        try {
            Metadata metadata = ImageMetadataReader.readMetadata(new ByteArrayInputStream(file));
            return new Exif(orientation(metadata), place(metadata), takenAt(metadata, zone));
        } catch (ImageProcessingException | IOException e) {
            return NONE;
        }
    }

    private static int orientation(Metadata metadata) {
        for (Directory directory : metadata.getDirectoriesOfType(ExifIFD0Directory.class)) {
            Integer value = directory.getInteger(ExifIFD0Directory.TAG_ORIENTATION);
            if (value != null && value >= 1 && value <= 8) {
                return value;
            }
        }
        return 1;
    }

    private static @Nullable Location place(Metadata metadata) {
        GpsDirectory gps = metadata.getFirstDirectoryOfType(GpsDirectory.class);
        GeoLocation place = gps == null ? null : gps.getGeoLocation();
        return place == null || place.isZero() ? null : new Location(place.getLatitude(), place.getLongitude());
    }

    private static @Nullable Instant takenAt(Metadata metadata, ZoneId zone) {
        ExifSubIFDDirectory exif = metadata.getFirstDirectoryOfType(ExifSubIFDDirectory.class);
        Date date = exif == null ? null : exif.getDateOriginal(TimeZone.getTimeZone(zone));
        return date == null ? null : date.toInstant();
    }
}
