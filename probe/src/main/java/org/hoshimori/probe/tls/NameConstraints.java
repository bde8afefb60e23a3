package org.hoshimori.probe.tls;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hoshimori.probe.Malformed;

/// What an authority's certificate says of the names below it (RFC 5280, 4.2.1.10), as far as the
/// JDK does not look: whether it constrains anything, and wildcards that reach into an exclusion.
///
/// @param excluded the DNS names excluded with all below them, in lower case
/// @param count how many constraints there are, of all kinds
record NameConstraints(List<String> excluded, int count) {

    static final String ID = "2.5.29.30";
    private static final int PERMITTED = 0xa0;
    private static final int EXCLUDED = 0xa1;
    private static final int DNS_NAME = 0x82;

    NameConstraints {
        excluded = List.copyOf(excluded);
    }

    static boolean present(X509Certificate certificate) {
        return certificate.getExtensionValue(ID) != null;
    }

    /// Nothing when it has none.
    ///
    /// @throws Malformed when it has the extension without a constraint in it, which is forbidden
    static Optional<NameConstraints> of(X509Certificate authority) throws Malformed {
        Optional<byte[]> extension = Der.extension(authority, ID);
        if (extension.isEmpty()) {
            return Optional.empty();
        }
        List<String> excluded = new ArrayList<>();
        int count = 0;
        List<Der.Element> lists = Der.sequence(extension.get());
        for (Der.Element list : lists) {
            List<Der.Element> subtrees = Der.all(list.content());
            if (list.tag() != PERMITTED && list.tag() != EXCLUDED || subtrees.isEmpty()) {
                throw new Malformed("no list of names");
            }
            count += subtrees.size();
            for (Der.Element subtree : subtrees) {
                if (subtree.tag() != Der.SEQUENCE) {
                    throw new Malformed("no name");
                }
                Der.Element name = Der.all(subtree.content()).getFirst();
                if (list.tag() == EXCLUDED && name.tag() == DNS_NAME) {
                    excluded.add(Der.ascii(name).toLowerCase(Locale.ROOT));
                }
            }
        }
        if (lists.isEmpty()) {
            throw new Malformed("no constraint");
        }
        return Optional.of(new NameConstraints(excluded, count));
    }

    /// Whether one of the names that this wildcard stands for is excluded. The wildcard itself is
    /// not below `bar.example.com`, but `*.example.com` is good for exactly that name (RFC 9525,
    /// section 6.3).
    boolean touches(String wildcard) {
        if (!wildcard.startsWith("*.")) {
            return false;
        }
        String parent = wildcard.substring(1).toLowerCase(Locale.ROOT);
        return excluded.stream()
                .anyMatch(name ->
                        name.endsWith(parent)
                                && name.length() > parent.length()
                                && name.indexOf('.') == name.length() - parent.length());
    }
}
