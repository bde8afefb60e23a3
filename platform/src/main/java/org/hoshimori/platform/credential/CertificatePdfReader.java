package org.hoshimori.platform.credential;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;

/// Takes the credential and the proof bundle out of a certificate's PDF.
final class CertificatePdfReader {

    /// Attachments of ours are some tens of kilobytes; more is not read.
    private static final int LONGEST = 4_000_000;

    private CertificatePdfReader() {}

    static Parcel.Opened open(byte[] file) {
        Optional<PdfSeal> seal = PdfSeal.find(file);
        boolean ours = seal.isPresent() || marked(file);
        try (PDDocument document = Loader.loadPDF(file)) {
            Optional<String> attached = attachment(document, CertificatePdf.BUNDLE);
            if (attached.isEmpty()) {
                return ours
                        ? new Parcel.Opened.Damaged("the attachment is missing")
                        : new Parcel.Opened.Foreign();
            }
            ProofBundle bundle = ProofBundle.read(attached.get());
            return new Parcel.Opened.Whole(
                    new Parcel(
                            "pdf",
                            bundle.credential(),
                            Optional.of(bundle),
                            issuer ->
                                    seal.isPresent()
                                            && bundle.sealed(issuer)
                                            && Seal.holds(
                                                    seal.get().text(),
                                                    Seal.PDF,
                                                    seal.get().digest(),
                                                    issuer)));
        } catch (Unreadable e) {
            return new Parcel.Opened.Damaged(e.why());
        } catch (IOException | RuntimeException e) {
            // PDFBox meets damaged files with all kinds of exceptions.
            return ours
                    ? new Parcel.Opened.Damaged("not a whole PDF")
                    : new Parcel.Opened.Foreign();
        }
    }

    private static boolean marked(byte[] file) {
        return new String(file, StandardCharsets.ISO_8859_1).contains("HOSHIMORI_");
    }

    private static Optional<String> attachment(PDDocument document, String name)
            throws IOException {
        var names = document.getDocumentCatalog().getNames();
        PDEmbeddedFilesNameTreeNode files = names == null ? null : names.getEmbeddedFiles();
        Map<String, PDComplexFileSpecification> all = files == null ? null : files.getNames();
        PDComplexFileSpecification file = all == null ? null : all.get(name);
        if (file == null || file.getEmbeddedFile() == null) {
            return Optional.empty();
        }
        try (var stream = file.getEmbeddedFile().createInputStream()) {
            byte[] bytes = stream.readNBytes(LONGEST);
            return Optional.of(new String(bytes, StandardCharsets.UTF_8));
        }
    }
}
