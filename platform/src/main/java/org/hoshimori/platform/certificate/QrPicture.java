package org.hoshimori.platform.certificate;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/// Reads the QR code in a picture (PNG, JPEG, GIF, BMP).
final class QrPicture {

    /// Pixels of the largest picture that is unpacked: a telephone's photograph.
    private static final long MOST_PIXELS = 50_000_000;

    private QrPicture() {}

    /// Whether the bytes are a picture at all.
    static boolean isPicture(byte[] file) {
        try (var stream = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            return ImageIO.getImageReaders(stream).hasNext();
        } catch (IOException e) {
            return false;
        }
    }

    /// @return the text of the code; empty when there is none, or the picture is too large or
    ///   broken
    static Optional<String> read(byte[] file) {
        try (var stream = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(stream, true, true);
                if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS) {
                    return Optional.empty();
                }
                return decode(reader.read(0));
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            // The readers meet damaged pictures with all kinds of exceptions.
            return Optional.empty();
        }
    }

    private static Optional<String> decode(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
        var bitmap =
                new BinaryBitmap(
                        new HybridBinarizer(new RGBLuminanceSource(width, height, pixels)));
        try {
            return Optional.of(
                    new QRCodeReader()
                            .decode(bitmap, Map.of(DecodeHintType.TRY_HARDER, true))
                            .getText());
        } catch (ReaderException e) {
            return Optional.empty();
        }
    }
}
