package io.twingrid.intake.photo;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.List;
import java.util.Locale;

/**
 * Walks a picture's own structure, without decoding it, to see that it is whole, and that it is not another kind of file
 * as well (a polyglot).
 */
final class ImageFrame {
    private static final String TRUNCATED = "The file ends in the middle of the picture; send it again.";
    private static final String POLYGLOT = "The file holds more than a picture, and is not taken.";
    /** What a page, a program or an archive needs in it to be read as one. In lower case. */
    private static final List<String> FOREIGN =
            List.of("<script", "<!doctype", "<html", "<?php", "%pdf-", "rar!\u001a\u0007", "7z\u00bc\u00af'\u001c");
    /** An archive's directory stands at the end, with a comment of at most 65,535 bytes behind it. */
    private static final String ZIP_END = "pk\u0005\u0006";

    private static final int ZIP_TAIL = 65_557;

    private final byte[] file;

    private ImageFrame(byte[] file) {
        this.file = file;
    }

    /**
     * Checks a file.
     *
     * @throws BadPhotoException if it is cut off, or is something else besides
     */
    static void check(ImageKind kind, byte[] file) {
        ImageFrame frame = new ImageFrame(file);
        int end =
                switch (kind) {
                    case JPEG -> frame.endOfJpeg();
                    case PNG -> frame.endOfPng();
                    case WEBP -> frame.endOfWebp();
                };
        if (end > file.length) {
            throw new BadPhotoException(TRUNCATED);
        }
        frame.checkThatItIsNothingElse();
    }

    // ITU-T T.81 annex B: segments up to a scan; in a scan 0xFF is followed by 0x00 or a restart marker until it ends.
    private int endOfJpeg() {
        int at = 2;
        while (true) {
            if (at + 4 > file.length) {
                throw new BadPhotoException(TRUNCATED);
            }
            int marker = file[at + 1] & 0xff;
            if ((file[at] & 0xff) != 0xff) {
                throw new BadPhotoException("This JPEG's structure is broken.");
            }
            if (marker == 0xff) {
                at++;
                continue;
            }
            at += 2 + (((file[at + 2] & 0xff) << 8) | (file[at + 3] & 0xff));
            if (marker == 0xda) {
                at = endOfScan(at);
                if ((file[at + 1] & 0xff) == 0xd9) {
                    return at + 2;
                }
            }
        }
    }

    private int endOfScan(int from) {
        for (int at = from; at + 1 < file.length; at++) {
            int next = file[at + 1] & 0xff;
            if ((file[at] & 0xff) == 0xff && next != 0 && next != 0xff && !(next >= 0xd0 && next <= 0xd7)) {
                return at;
            }
        }
        throw new BadPhotoException(TRUNCATED);
    }

    // W3C PNG, section 5.3: length, type, data, checksum; IEND is the last.
    private int endOfPng() {
        long at = 8;
        while (at + 12 <= file.length) {
            long length = bigEndian((int) at);
            String type = ImageKind.ascii(file, (int) at + 4, 4);
            at += 12 + length;
            if (type.equals("IEND")) {
                return (int) Math.min(at, Integer.MAX_VALUE);
            }
        }
        throw new BadPhotoException(TRUNCATED);
    }

    // RFC 9649, section 2.3: the size of all behind the first eight bytes, little-endian.
    private int endOfWebp() {
        if (file.length < 12) {
            throw new BadPhotoException(TRUNCATED);
        }
        long size = Integer.toUnsignedLong(Integer.reverseBytes((int) bigEndian(4)));
        return (int) Math.min(8 + size, Integer.MAX_VALUE);
    }

    private long bigEndian(int at) {
        return (file[at] & 0xffL) << 24
                | (file[at + 1] & 0xffL) << 16
                | (file[at + 2] & 0xffL) << 8
                | (file[at + 3] & 0xffL);
    }

    private void checkThatItIsNothingElse() {
        String text = new String(file, ISO_8859_1).toLowerCase(Locale.ROOT);
        boolean foreign = FOREIGN.stream().anyMatch(text::contains);
        if (foreign || text.indexOf(ZIP_END, Math.max(0, text.length() - ZIP_TAIL)) >= 0) {
            throw new BadPhotoException(POLYGLOT);
        }
    }
}
