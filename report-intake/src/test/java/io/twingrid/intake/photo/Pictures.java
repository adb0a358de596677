package io.twingrid.intake.photo;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Files as phones and rogues send them. */
public final class Pictures {
    private Pictures() {}

    /** A picture of coloured boxes; the same seed is the same picture at any size. */
    public static byte[] of(String format, long seed, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        Random random = new Random(seed);
        for (int i = 0; i < 60; i++) {
            graphics.setColor(new Color(random.nextInt(0xffffff)));
            graphics.fillRect(
                    (int) (random.nextDouble() * width),
                    (int) (random.nextDouble() * height),
                    (int) (random.nextDouble() * width / 2),
                    (int) (random.nextDouble() * height / 2));
        }
        graphics.dispose();
        return encoded(image, format);
    }

    /** Red on top, blue below. */
    static byte[] redOverBlue() {
        BufferedImage image = new BufferedImage(100, 50, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, 100, 25);
        graphics.setColor(Color.BLUE);
        graphics.fillRect(0, 25, 100, 25);
        graphics.dispose();
        return encoded(image, "jpeg");
    }

    /** The same JPEG with EXIF: how the camera was held, where (24°36'39.6" N 118°0'14.4" E) and when. */
    public static byte[] withExif(byte[] jpeg, int orientation) {
        ByteBuffer tiff = ByteBuffer.allocate(400).order(ByteOrder.BIG_ENDIAN);
        tiff.put("MM\0*".getBytes(StandardCharsets.US_ASCII)).putInt(8);
        tiff.putShort((short) 3);
        entry(tiff, 0x0112, 3, 1, orientation << 16);
        entry(tiff, 0x8769, 4, 1, 100);
        entry(tiff, 0x8825, 4, 1, 150);
        tiff.putInt(0);
        tiff.position(100).putShort((short) 1);
        entry(tiff, 0x9003, 2, 20, 130);
        tiff.putInt(0);
        tiff.position(130).put("2026:11:20 08:30:00\0".getBytes(StandardCharsets.US_ASCII));
        tiff.position(150).putShort((short) 4);
        entry(tiff, 1, 2, 2, 'N' << 24);
        entry(tiff, 2, 5, 3, 220);
        entry(tiff, 3, 2, 2, 'E' << 24);
        entry(tiff, 4, 5, 3, 250);
        tiff.putInt(0);
        tiff.position(220);
        for (int number : new int[] {24, 1, 36, 1, 396, 10}) {
            tiff.putInt(number);
        }
        tiff.position(250);
        for (int number : new int[] {118, 1, 0, 1, 144, 10}) {
            tiff.putInt(number);
        }
        ByteBuffer file = ByteBuffer.allocate(jpeg.length + 2 + 2 + 6 + 400);
        file.put(jpeg, 0, 2).putShort((short) 0xffe1).putShort((short) (2 + 6 + 400));
        file.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII)).put(tiff.array());
        file.put(jpeg, 2, jpeg.length - 2);
        return file.array();
    }

    /** A PNG of a few hundred bytes that says it has 60,000 × 60,000 pixels. */
    static byte[] bomb() {
        byte[] png = of("png", 1, 10, 10);
        ByteBuffer file = ByteBuffer.wrap(png);
        file.putInt(16, 60_000).putInt(20, 60_000);
        CRC32 sum = new CRC32();
        sum.update(png, 12, 17);
        file.putInt(29, (int) sum.getValue());
        return png;
    }

    /** One red point, lossless WebP. */
    static byte[] webp() {
        return Base64.getDecoder().decode("UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA");
    }

    static byte[] followedBy(byte[] file, String text) {
        byte[] more = text.getBytes(StandardCharsets.ISO_8859_1);
        byte[] both = Arrays.copyOf(file, file.length + more.length);
        System.arraycopy(more, 0, both, file.length, more.length);
        return both;
    }

    static BufferedImage decoded(ByteBuffer jpeg) {
        byte[] bytes = new byte[jpeg.remaining()];
        jpeg.duplicate().get(bytes);
        try {
            return ImageIO.read(new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void entry(ByteBuffer tiff, int tag, int type, int count, int value) {
        tiff.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }

    private static byte[] encoded(BufferedImage image, String format) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
