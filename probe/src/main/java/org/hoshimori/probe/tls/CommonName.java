package org.hoshimori.probe.tls;

import java.net.InetAddress;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hoshimori.probe.reach.Reach;

/// The common name of a server's certificate. Where it is a host's, it says again what stands among
/// the alternative names, letter for letter, and an IPv6 address as RFC 5952 writes it (Baseline
/// Requirements, 7.1.4.3): old clients look here and new ones there.
final class CommonName {

    private static final Pattern NAME = Pattern.compile("(?:^|,)CN=((?:\\\\.|[^,\\\\+])*)");

    /// A name with a dot, an address, or the number that old clients take for one.
    private static final Pattern HOST = Pattern.compile(".+[.:].+|0[xX][0-9a-fA-F]{1,8}");

    private CommonName() {}

    /// @param names as [CertificateNames#of]
    static boolean repeats(X509Certificate leaf, List<String> names) {
        Matcher name = NAME.matcher(leaf.getSubjectX500Principal().getName());
        while (name.find()) {
            String common = name.group(1).replaceAll("\\\\(.)", "$1");
            boolean repeated =
                    common.indexOf(':') < 0
                            ? names.contains(common)
                            : plain(common) && CertificateNames.match(names, common);
            if (HOST.matcher(common).matches() && !repeated) {
                return false;
            }
        }
        return true;
    }

    /// Whether it is an IPv6 address in the one way that RFC 5952 allows.
    private static boolean plain(String text) {
        Optional<InetAddress> address = Reach.literal(text);
        return address.isPresent() && written(address.get().getAddress()).equals(text);
    }

    /// The longest run of two or more zeros is left out, the first of equals (RFC 5952, section 4).
    static String written(byte[] address) {
        int[] groups = new int[address.length / 2];
        int from = 0;
        int most = 1;
        for (int i = 0, run = 0; i < groups.length; i++) {
            groups[i] = (address[2 * i] & 0xff) << 8 | address[2 * i + 1] & 0xff;
            run = groups[i] == 0 ? run + 1 : 0;
            if (run > most) {
                most = run;
                from = i - run + 1;
            }
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < groups.length; i++) {
            if (most > 1 && i == from) {
                text.append("::");
                i += most - 1;
            } else {
                text.append(text.isEmpty() || text.charAt(text.length() - 1) == ':' ? "" : ":")
                        .append(Integer.toHexString(groups[i]));
            }
        }
        return text.toString();
    }
}
