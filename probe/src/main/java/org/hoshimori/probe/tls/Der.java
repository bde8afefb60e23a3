package org.hoshimori.probe.tls;

import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hoshimori.probe.Malformed;

/// Elements of DER (X.690), for the few extensions of certificates that the JDK does not open.
final class Der {

    static final int SEQUENCE = 0x30;
    static final int OBJECT_ID = 0x06;

    private Der() {}

    /// @param tag the one octet before the length
    record Element(int tag, byte[] content) {}

    /// The elements that stand one after the other in these bytes.
    static List<Element> all(byte[] bytes) throws Malformed {
        Cursor in = new Cursor(bytes);
        List<Element> all = new ArrayList<>();
        while (in.more()) {
            int tag = in.number(1);
            int length = in.number(1);
            if (length > 0x83 || length == 0x80) {
                throw new Malformed("not a length in DER");
            }
            all.add(new Element(tag, in.take(length < 0x80 ? length : in.number(length & 0x7f))));
        }
        return all;
    }

    /// The elements of the one sequence that these bytes are.
    static List<Element> sequence(byte[] bytes) throws Malformed {
        List<Element> outer = all(bytes);
        if (outer.size() != 1 || outer.getFirst().tag() != SEQUENCE) {
            throw new Malformed("not a sequence in DER");
        }
        return all(outer.getFirst().content());
    }

    /// What an extension of a certificate holds, without the octet string around it.
    static Optional<byte[]> extension(X509Certificate certificate, String id) throws Malformed {
        byte[] wrapped = certificate.getExtensionValue(id);
        return wrapped == null
                ? Optional.empty()
                : Optional.of(all(wrapped).getFirst().content().clone());
    }

    static String ascii(Element element) {
        return new String(element.content(), StandardCharsets.ISO_8859_1);
    }
}
