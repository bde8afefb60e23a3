package org.hoshimori.platform.certificate;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.hoshimori.pages.Templates;
import org.hoshimori.platform.credential.CertificateNumber;
import org.hoshimori.platform.credential.Issuer;
import org.hoshimori.platform.credential.Purpose;
import org.hoshimori.platform.register.Register;
import org.hoshimori.platform.web.Frame;
import org.hoshimori.platform.web.NotFound;
import org.hoshimori.platform.web.Page;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// A certificate for everybody: its page, its documents, the status lists and the issuer's keys.
@Controller
class CertificatePages {

    private static final String NUMBER = "/certificates/{number:[A-Za-z0-9-]+}";
    private static final MediaType CREDENTIAL = MediaType.parseMediaType("application/vc+jwt");

    /// Status may be a minute old, so that a stampede does not reach the database.
    private static final CacheControl SHORTLY =
            CacheControl.maxAge(Duration.ofMinutes(1)).cachePublic();

    private final Certificates certificates;
    private final Documents documents;
    private final Register register;
    private final Templates templates;

    CertificatePages(
            Certificates certificates,
            Documents documents,
            Register register,
            Templates templates) {
        this.certificates = certificates;
        this.documents = documents;
        this.register = register;
        this.templates = templates;
    }

    @GetMapping(NUMBER)
    Page page(Frame frame, @PathVariable String number) {
        Certificate certificate = known(number);
        return new Page(
                templates.certificateCertificate(
                        frame,
                        certificate,
                        register.history(certificate.number().value()),
                        documents.issuer()));
    }

    @GetMapping(NUMBER + ".pdf")
    ResponseEntity<byte[]> pdf(Frame frame, @PathVariable String number) {
        Certificate certificate = known(number);
        return file(
                certificate,
                "-" + frame.language().tag() + ".pdf",
                MediaType.APPLICATION_PDF,
                documents.pdf(certificate, frame.language()));
    }

    @GetMapping(NUMBER + ".jwt")
    ResponseEntity<byte[]> jwt(@PathVariable String number) {
        Certificate certificate = known(number);
        return file(certificate, ".jwt", CREDENTIAL, bytes(certificate.credential()));
    }

    @GetMapping(NUMBER + ".json")
    ResponseEntity<byte[]> json(@PathVariable String number) {
        Certificate certificate = known(number);
        return file(
                certificate,
                ".json",
                MediaType.APPLICATION_JSON,
                bytes(documents.json(certificate)));
    }

    @GetMapping("/status/{purpose:[a-z]+}-{block:[0-9]{1,9}}")
    ResponseEntity<byte[]> status(@PathVariable String purpose, @PathVariable long block) {
        String list =
                Purpose.of(purpose)
                        .flatMap(known -> documents.statusList(known, block))
                        .orElseThrow(NotFound::new);
        return ResponseEntity.ok().contentType(CREDENTIAL).cacheControl(SHORTLY).body(bytes(list));
    }

    @GetMapping(Issuer.PATH)
    ResponseEntity<byte[]> issuer() {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(SHORTLY)
                .body(bytes(documents.issuer().json()));
    }

    private Certificate known(String number) {
        return CertificateNumber.read(number)
                .flatMap(certificates::find)
                .orElseThrow(NotFound::new);
    }

    private static ResponseEntity<byte[]> file(
            Certificate certificate, String ending, MediaType type, byte[] body) {
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.noCache())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(certificate.number().value() + ending)
                                .build()
                                .toString())
                .body(body);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
