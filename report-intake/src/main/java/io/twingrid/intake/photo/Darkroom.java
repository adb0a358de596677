package io.twingrid.intake.photo;

import io.twingrid.intake.domain.Fingerprint;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Iterator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;

/**
 * Makes a picture that may be shown of a file that somebody sent: checked by its content, decoded, turned upright, scaled
 * and encoded anew, so that nothing of the file itself is kept. Blocks and computes; call it from a worker.
 */
public final class Darkroom {
    private final PhotoSettings settings;

    public Darkroom(PhotoSettings settings) {
        this.settings = settings;
        // Finds the readers of the class path now, on a thread that sees all of it.
        ImageIO.scanForPlugins();
        ImageIO.setUseCache(false);
    }

    /**
     * Develops a file.
     *
     * @throws BadPhotoException if it is not taken; the message says why
     */
    public Developed develop(byte[] file) {
        ImageKind kind = ImageKind.of(file);
        ImageFrame.check(kind, file);
        Exif exif = Exif.of(file, settings.zone());
        BufferedImage image = Canvas.upright(decode(kind, file), exif.orientation());
        BufferedImage large = Canvas.within(image, settings.large());
        BufferedImage small = Canvas.within(large, settings.small());
        return new Developed(
                encode(large),
                encode(small),
                large.getWidth(),
                large.getHeight(),
                fingerprint(small),
                exif.place(),
                exif.takenAt());
    }

    private BufferedImage decode(ImageKind kind, byte[] file) {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(kind.format());
        if (!readers.hasNext()) {
            throw new IllegalStateException("no reader for " + kind);
        }
        ImageReader reader = readers.next();
        try (ImageInputStream input = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(input, true, true);
            return reader.read(0, withinBounds(reader));
        } catch (IOException | IndexOutOfBoundsException | IllegalArgumentException | NegativeArraySizeException e) {
            throw new BadPhotoException("The picture in the file cannot be decoded.", e);
        } finally {
            reader.dispose();
        }
    }

    // The size stands in the header: a bomb is refused before a pixel of it is unpacked, and a large picture is read at
    // every second, third … point, so that no more than about four times the large size is ever in memory.
    private ImageReadParam withinBounds(ImageReader reader) throws IOException {
        long width = reader.getWidth(0);
        long height = reader.getHeight(0);
        if (width * height > settings.megapixels() * 1_000_000L) {
            throw new BadPhotoException("The picture has " + width + " × " + height + " pixels; at most "
                    + settings.megapixels() + " million are taken.");
        }
        int step = Math.max(1, (int) (Math.max(width, height) / (2L * settings.large())));
        ImageReadParam param = reader.getDefaultReadParam();
        param.setSourceSubsampling(step, step, 0, 0);
        return param;
    }

    private ByteBuffer encode(BufferedImage image) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream output = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(settings.quality());
            writer.setOutput(output);
            writer.write(null, new IIOImage(image, null, null), param);
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory failed", e);
        } finally {
            writer.dispose();
        }
        return ByteBuffer.wrap(bytes.toByteArray()).asReadOnlyBuffer();
    }

    private static Fingerprint fingerprint(BufferedImage image) {
        BufferedImage tiny =
                Canvas.scaled(Canvas.within(image, 4 * Fingerprint.COLUMNS), Fingerprint.COLUMNS, Fingerprint.ROWS);
        int[][] grey = new int[Fingerprint.ROWS][Fingerprint.COLUMNS];
        for (int row = 0; row < Fingerprint.ROWS; row++) {
            for (int column = 0; column < Fingerprint.COLUMNS; column++) {
                int rgb = tiny.getRGB(column, row);
                // ITU-R BT.601 luma.
                grey[row][column] = (299 * (rgb >> 16 & 0xff) + 587 * (rgb >> 8 & 0xff) + 114 * (rgb & 0xff)) / 1000;
            }
        }
        return Fingerprint.of(grey);
    }
}
