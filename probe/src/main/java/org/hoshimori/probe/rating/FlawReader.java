package org.hoshimori.probe.rating;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import org.hoshimori.probe.Malformed;
import org.hoshimori.probe.Seal;

/// Makes one snapshot of the files that a user gives, in any order: our own YAML, the National
/// Vulnerability Database's JSON 2.0, CISA's catalogue of exploited flaws (KEV) and FIRST's daily
/// EPSS scores; plain or gzip. Nothing is downloaded.
public final class FlawReader {

    /// What is read of one file at most, unpacked.
    private static final long MOST = 4L << 30;

    private final List<Flaw> flaws = new ArrayList<>();
    private final Set<String> exploited = new TreeSet<>();
    private final Map<String, Integer> chances = new TreeMap<>();
    private final Set<String> snapshots = new TreeSet<>();
    private final Set<String> digests = new TreeSet<>();
    private final List<String> remarks = new ArrayList<>();

    /// Takes one file.
    ///
    /// @throws Malformed with line and column
    /// @throws IOException when it cannot be read
    public void add(InputStream file) throws Malformed, IOException {
        DigestInputStream digested = new DigestInputStream(file, sha256());
        BufferedInputStream in = new BufferedInputStream(digested, 1 << 16);
        if (starts(in, 0x1f, 0x8b)) {
            in = new BufferedInputStream(new Bounded(new GZIPInputStream(in), MOST), 1 << 16);
        }
        int start = first(in);
        if (start == '{') {
            snapshots.add(FlawJson.read(in, flaws, exploited, remarks));
        } else if (start == '#' && looksLikeScores(in) || start == 'c' && looksLikeScores(in)) {
            snapshots.add(FlawScores.read(in, chances));
        } else {
            snapshots.add(FlawYaml.read(in.readAllBytes(), flaws));
        }
        in.transferTo(java.io.OutputStream.nullOutputStream());
        digested.transferTo(java.io.OutputStream.nullOutputStream());
        digests.add(HexFormat.of().formatHex(digested.getMessageDigest().digest()));
    }

    /// What does not fit in what was read so far, but stops nothing: scores that their own vectors
    /// do not give, vectors that cannot be read. In English, as the files are.
    public List<String> remarks() {
        return List.copyOf(remarks);
    }

    /// All files together. One file alone keeps its own digest.
    public KnownFlaws done() {
        List<Flaw> all = new ArrayList<>();
        for (Flaw flaw : flaws) {
            all.add(
                    flaw.with(
                            exploited.contains(flaw.cve()),
                            Optional.ofNullable(chances.get(flaw.cve()))));
        }
        String digest =
                digests.size() == 1
                        ? digests.iterator().next()
                        : Seal.digest(
                                String.join("\n", digests)
                                        .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        return new KnownFlaws(String.join(", ", snapshots), digest, all);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static boolean starts(InputStream in, int... wanted) throws IOException {
        in.mark(wanted.length);
        boolean fits = true;
        for (int octet : wanted) {
            fits &= in.read() == octet;
        }
        in.reset();
        return fits;
    }

    /// The first character that is no blank, without taking it.
    private static int first(InputStream in) throws IOException {
        in.mark(4096);
        int octet = in.read();
        for (int i = 0; i < 4000 && (octet <= ' ' || octet > 0x7f) && octet >= 0; i++) {
            octet = in.read();
        }
        in.reset();
        return octet;
    }

    private static boolean looksLikeScores(InputStream in) throws IOException {
        in.mark(4096);
        String start = new String(in.readNBytes(400), java.nio.charset.StandardCharsets.ISO_8859_1);
        in.reset();
        return start.contains("cve,epss");
    }

    /// A packed file must not unpack without end.
    private static final class Bounded extends java.io.FilterInputStream {
        private long left;

        Bounded(InputStream in, long most) {
            super(in);
            this.left = most;
        }

        @Override
        public int read() throws IOException {
            count(1);
            return super.read();
        }

        @Override
        public int read(byte[] into, int from, int most) throws IOException {
            int count = super.read(into, from, most);
            count(Math.max(0, count));
            return count;
        }

        private void count(int more) throws IOException {
            left -= more;
            if (left < 0) {
                throw new IOException("more than " + MOST + " bytes unpacked");
            }
        }
    }
}
