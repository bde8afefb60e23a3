package org.hoshimori.platform.credential;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.render.DefaultObjectDrawerFactory;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Calendar;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;

/// The certificate on paper: A4, fonts inside, tagged (PDF/UA-1, PDF/A-3u), with the credential and
/// its proofs attached and the issuer's seal over every byte.
public final class CertificatePdf {

    /// Names of the attachments.
    static final String CREDENTIAL = "certificate.jwt";

    static final String BUNDLE = "certificate.json";

    private static final String FAMILY = "BIZ UDPGothic";

    static {
        // Its log lines say nothing that the tests of the result do not.
        XRLog.setLoggingEnabled(false);
    }

    private CertificatePdf() {}

    /// @param bundle what is attached and sealed
    /// @param facts what is printed; the same as in the bundle's credential
    /// @param language `ja` or `en`
    public static byte[] write(
            Credentials credentials,
            CertificateFacts facts,
            Credentials.Bundle bundle,
            String language) {
        String html = new CertificateSheet(facts, bundle, new Phrases(language), language).html();
        try (PDDocument document = Loader.loadPDF(render(html))) {
            var attached = new TreeMap<String, PDComplexFileSpecification>();
            attached.put(
                    BUNDLE,
                    attachment(
                            document,
                            BUNDLE,
                            "application/json",
                            credentials.bundle(bundle),
                            bundle.at()));
            attached.put(
                    CREDENTIAL,
                    attachment(
                            document,
                            CREDENTIAL,
                            "application/vc+jwt",
                            bundle.credential(),
                            bundle.at()));
            attach(document, attached);
            document.getDocumentCatalog()
                    .getCOSObject()
                    .setString(
                            COSName.getPDFName(PdfSeal.KEY),
                            PdfSeal.blank(credentials.sealLength()));
            var out = new ByteArrayOutputStream();
            // Packed objects would hide the seal's place.
            document.save(out, CompressParameters.NO_COMPRESSION);
            return credentials.sealed(out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException("a certificate cannot be written", e);
        }
    }

    private static byte[] render(String html) throws IOException {
        var out = new ByteArrayOutputStream();
        var drawers = new DefaultObjectDrawerFactory();
        drawers.registerDrawer(QrDrawer.TYPE, new QrDrawer());
        new PdfRendererBuilder()
                .withHtmlContent(html, "")
                .useFont(font("400Regular"), FAMILY, 400, FontStyle.NORMAL, true)
                .useFont(font("700Bold"), FAMILY, 700, FontStyle.NORMAL, true)
                .useObjectDrawerFactory(drawers)
                .usePdfUaAccessibility(true)
                .usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_3_U)
                .useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData())
                .withProducer("Hoshimori")
                .toStream(out)
                .run();
        return out.toByteArray();
    }

    private static FSSupplier<InputStream> font(String weight) {
        String name = "/fonts/BIZUDPGothic_" + weight + ".ttf";
        return () -> {
            InputStream stream = CertificatePdf.class.getResourceAsStream(name);
            if (stream == null) {
                throw new IllegalStateException("the font is missing: " + name);
            }
            return stream;
        };
    }

    private static PDComplexFileSpecification attachment(
            PDDocument document, String name, String type, String text, Instant at)
            throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        var file = new PDEmbeddedFile(document, new ByteArrayInputStream(bytes));
        file.setSubtype(type);
        file.setSize(bytes.length);
        var moment = Calendar.getInstance(TimeZone.getTimeZone("UTC"));
        moment.setTimeInMillis(at.toEpochMilli());
        file.setCreationDate(moment);
        file.setModDate(moment);
        var specification = new PDComplexFileSpecification();
        specification.setFile(name);
        specification.setFileUnicode(name);
        specification.setEmbeddedFile(file);
        specification.setEmbeddedFileUnicode(file);
        specification.setFileDescription(
                name.equals(BUNDLE) ? "Credential, proofs and status" : "Signed credential");
        // PDF/A-3 (ISO 19005-3, 6.8): how the file relates to the page.
        specification.getCOSObject().setName("AFRelationship", "Data");
        return specification;
    }

    private static void attach(
            PDDocument document, Map<String, PDComplexFileSpecification> attached) {
        var tree = new PDEmbeddedFilesNameTreeNode();
        tree.setNames(attached);
        PDDocumentCatalog catalog = document.getDocumentCatalog();
        var names = new PDDocumentNameDictionary(catalog);
        names.setEmbeddedFiles(tree);
        catalog.setNames(names);
        var associated = new COSArray();
        attached.values().forEach(associated::add);
        catalog.getCOSObject().setItem(COSName.getPDFName("AF"), associated);
    }
}
