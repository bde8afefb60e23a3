package org.hoshimori.platform.credential;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/// A seal: the issuer's signature over the digest of a whole file, so that what a person sees in it
/// is as certain as the credential inside.
final class Seal {

    static final String TYPE = "hoshimori-seal+jwt";
    static final String PDF = "pdf";
    static final String JSON = "json";

    private Seal() {}

    static String payload(String kind, String digest) {
        return Json.write(Map.of(kind, digest));
    }

    static boolean holds(String seal, String kind, String digest, Issuer issuer) {
        try {
            Jws jws = Jws.read(seal);
            JsonNode sealed = jws.payload().path(kind);
            return jws.type().equals(TYPE)
                    && sealed.isString()
                    && sealed.stringValue().equals(digest)
                    && jws.signedBy(issuer);
        } catch (Unreadable e) {
            return false;
        }
    }
}
