package io.twingrid.intake.photo;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Set;

/** What a file is by its content; its name and its declared type say nothing. */
enum ImageKind {
    JPEG("jpeg"),
    PNG("png"),
    WEBP("webp");

    private static final byte[] PNG_SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final Set<String> HEIF_BRANDS =
            Set.of("heic", "heix", "hevc", "hevx", "heim", "heis", "mif1", "msf1", "avif", "avis");

    private final String format;

    ImageKind(String format) {
        this.format = format;
    }

    /** The name under which ImageIO knows its reader. */
    String format() {
        return format;
    }

    /**
     * The kind of a file.
     *
     * @throws BadPhotoException if it is none of these; for HEIC with the way out
     */
    static ImageKind of(byte[] file) {
        if (file.length >= 3 && (file[0] & 0xff) == 0xff && (file[1] & 0xff) == 0xd8 && (file[2] & 0xff) == 0xff) {
            return JPEG;
        }
        if (startsWith(file, PNG_SIGNATURE)) {
            return PNG;
        }
        if (ascii(file, 0, 4).equals("RIFF") && ascii(file, 8, 4).equals("WEBP")) {
            return WEBP;
        }
        if (ascii(file, 4, 4).equals("ftyp") && HEIF_BRANDS.contains(ascii(file, 8, 4))) {
            throw new BadPhotoException("This is a HEIC or AVIF picture, which cannot be read here. Set the camera to"
                    + " \"most compatible\" (JPEG), or send a JPEG, PNG or WebP copy.");
        }
        throw new BadPhotoException("This is not a JPEG, PNG or WebP picture.");
    }

    static String ascii(byte[] file, int from, int length) {
        return from + length <= file.length ? new String(file, from, length, US_ASCII) : "";
    }

    private static boolean startsWith(byte[] file, byte[] signature) {
        if (file.length < signature.length) {
            return false;
        }
        for (int i = 0; i < signature.length; i++) {
            if (file[i] != signature[i]) {
                return false;
            }
        }
        return true;
    }
}
