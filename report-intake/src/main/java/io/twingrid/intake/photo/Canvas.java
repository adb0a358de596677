package io.twingrid.intake.photo;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;

/** Turning and scaling, on plain RGB without transparency. */
final class Canvas {
    private Canvas() {}

    /** Turns a picture upright; the numbers are EXIF's (tag 0x0112). */
    static BufferedImage upright(BufferedImage image, int orientation) {
        int width = image.getWidth();
        int height = image.getHeight();
        AffineTransform turn =
                switch (orientation) {
                    case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
                    case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
                    case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
                    case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
                    case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
                    case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
                    case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
                    default -> new AffineTransform();
                };
        boolean sideways = orientation >= 5 && orientation <= 8;
        return draw(image, sideways ? height : width, sideways ? width : height, turn);
    }

    /** Shrinks a picture until its longest edge has so many pixels; a smaller one stays as it is. */
    static BufferedImage within(BufferedImage image, int edge) {
        BufferedImage current = image;
        // Halving keeps every pixel's share; a single long step would skip most of them.
        while (Math.max(current.getWidth(), current.getHeight()) >= 2 * edge) {
            current = scaled(current, current.getWidth() / 2, current.getHeight() / 2);
        }
        double factor = (double) edge / Math.max(current.getWidth(), current.getHeight());
        return factor >= 1
                ? current
                : scaled(current, (int) Math.round(current.getWidth() * factor), (int)
                        Math.round(current.getHeight() * factor));
    }

    static BufferedImage scaled(BufferedImage image, int width, int height) {
        int w = Math.max(1, width);
        int h = Math.max(1, height);
        return draw(
                image,
                w,
                h,
                AffineTransform.getScaleInstance((double) w / image.getWidth(), (double) h / image.getHeight()));
    }

    private static BufferedImage draw(BufferedImage image, int width, int height, AffineTransform transform) {
        BufferedImage canvas = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = canvas.createGraphics();
        try {
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, width, height);
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            graphics.drawImage(image, transform, null);
        } finally {
            graphics.dispose();
        }
        return canvas;
    }
}
