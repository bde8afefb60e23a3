package org.hoshimori.probe.mail;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hoshimori.probe.Malformed;
import org.hoshimori.probe.reach.Reach;

/// An SPF record whose whole syntax holds (RFC 7208, section 12): one wrong term makes all of it
/// void.
record SpfRecord(List<SpfTerm> terms) {

    private static final String VERSION = "v=spf1";
    private static final Pattern MODIFIER = Pattern.compile("([A-Za-z][A-Za-z0-9._-]*)=(.*)");
    private static final Pattern DUAL =
            Pattern.compile("(.*?)(?:/(0|[1-9]\\d?))?(?://(0|[1-9]\\d{0,2}))?");
    private static final Pattern MACRO =
            Pattern.compile("%(?:\\{[slodipvhSLODIPVH]\\d*[rR]?[.\\-+,/_=]*\\}|%|_|-)");
    private static final Pattern TOP =
            Pattern.compile(
                    ".*\\.(?:[A-Za-z0-9]*[A-Za-z][A-Za-z0-9]*|[A-Za-z0-9]+-[A-Za-z0-9-]*[A-Za-z0-9])\\.?");

    SpfRecord {
        terms = List.copyOf(terms);
    }

    /// Whether a TXT record claims to be SPF (section 4.5).
    static boolean claims(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return lower.equals(VERSION) || lower.startsWith(VERSION + " ");
    }

    static SpfRecord parse(String text) throws Malformed {
        if (!claims(text)) {
            throw new Malformed("does not begin with v=spf1");
        }
        List<SpfTerm> terms = new ArrayList<>();
        int column = VERSION.length() + 1;
        for (String word : text.substring(VERSION.length()).split(" ", -1)) {
            if (!word.isEmpty()) {
                terms.add(term(word, column));
            }
            column += word.length() + 1;
        }
        once(terms, SpfTerm.Redirect.class, "redirect");
        once(terms, SpfTerm.Explanation.class, "exp");
        return new SpfRecord(terms);
    }

    private static void once(List<SpfTerm> terms, Class<?> kind, String name) throws Malformed {
        if (terms.stream().filter(kind::isInstance).count() > 1) {
            throw new Malformed(name + "= appears twice");
        }
    }

    private static SpfTerm term(String word, int column) throws Malformed {
        if (!word.chars().allMatch(c -> c > 0x20 && c < 0x7f)) {
            throw new Malformed(column, "not printable ASCII");
        }
        Matcher modifier = MODIFIER.matcher(word);
        if (modifier.matches()) {
            String value = modifier.group(2);
            return switch (modifier.group(1).toLowerCase(Locale.ROOT)) {
                case "redirect" -> new SpfTerm.Redirect(domain(value, column));
                case "exp" -> new SpfTerm.Explanation(domain(value, column));
                case String name -> {
                    macros(value, column);
                    yield new SpfTerm.Unknown(name);
                }
            };
        }
        SpfTerm.Qualifier qualifier =
                switch (word.charAt(0)) {
                    case '-' -> SpfTerm.Qualifier.FAIL;
                    case '~' -> SpfTerm.Qualifier.SOFTFAIL;
                    case '?' -> SpfTerm.Qualifier.NEUTRAL;
                    default -> SpfTerm.Qualifier.PASS;
                };
        String body = "+-~?".indexOf(word.charAt(0)) >= 0 ? word.substring(1) : word;
        int end = 0;
        while (end < body.length() && body.charAt(end) != ':' && body.charAt(end) != '/') {
            end++;
        }
        String name = body.substring(0, end).toLowerCase(Locale.ROOT);
        String rest = body.substring(end);
        return switch (name) {
            case "all" -> {
                nothing(rest, column);
                yield new SpfTerm.All(qualifier);
            }
            case "include" -> new SpfTerm.Include(qualifier, argument(rest, column));
            case "exists" -> new SpfTerm.Exists(qualifier, argument(rest, column));
            case "ptr" ->
                    new SpfTerm.Pointer(qualifier, rest.isEmpty() ? "" : argument(rest, column));
            case "ip4" -> address(qualifier, rest, 4, column);
            case "ip6" -> address(qualifier, rest, 16, column);
            case "a", "mx" -> host(name, qualifier, rest, column);
            default -> throw new Malformed(column, "unknown mechanism " + name);
        };
    }

    private static SpfTerm host(String name, SpfTerm.Qualifier qualifier, String rest, int column)
            throws Malformed {
        Matcher dual = DUAL.matcher(rest);
        if (!dual.matches()) {
            throw new Malformed(column, "prefix length");
        }
        String before = dual.group(1);
        String domain = before.isEmpty() ? "" : argument(before, column);
        int bits4 = bits(dual.group(2), 32, column);
        int bits6 = bits(dual.group(3), 128, column);
        return name.equals("a")
                ? new SpfTerm.Host(qualifier, domain, bits4, bits6)
                : new SpfTerm.Exchanger(qualifier, domain, bits4, bits6);
    }

    private static int bits(@org.jspecify.annotations.Nullable String text, int most, int column)
            throws Malformed {
        int bits = text == null ? most : Integer.parseInt(text);
        if (bits > most) {
            throw new Malformed(column, "prefix length above " + most);
        }
        return bits;
    }

    private static SpfTerm address(SpfTerm.Qualifier qualifier, String rest, int size, int column)
            throws Malformed {
        String[] parts = argumentText(rest, column).split("/", -1);
        Optional<InetAddress> address = literal(parts[0], size);
        if (address.isEmpty()
                || parts.length > 2
                || parts.length == 2 && !parts[1].matches("0|[1-9]\\d{0,2}")) {
            throw new Malformed(column, "not an address: " + rest);
        }
        return new SpfTerm.Ip(
                qualifier,
                address.get(),
                bits(parts.length == 2 ? parts[1] : null, size * 8, column));
    }

    /// The JDK makes an IPv4 address of a mapped one; SPF writes those as ip6 too.
    private static Optional<InetAddress> literal(String text, int size) {
        Optional<InetAddress> address = Reach.literal(text);
        boolean six = text.contains(":");
        return address.filter(found -> six == (size == 16));
    }

    private static String argument(String rest, int column) throws Malformed {
        return domain(argumentText(rest, column), column);
    }

    private static String argumentText(String rest, int column) throws Malformed {
        if (rest.length() < 2 || rest.charAt(0) != ':') {
            throw new Malformed(column, "an argument after a colon is missing");
        }
        return rest.substring(1);
    }

    private static void nothing(String rest, int column) throws Malformed {
        if (!rest.isEmpty()) {
            throw new Malformed(column, "all takes no argument");
        }
    }

    /// A domain-spec: macros, ending in a top label or a macro (section 7.1).
    private static String domain(String text, int column) throws Malformed {
        macros(text, column);
        boolean endsInMacro = false;
        Matcher macro = MACRO.matcher(text);
        while (macro.find()) {
            endsInMacro |= macro.end() == text.length();
        }
        if (!endsInMacro && !TOP.matcher(text).matches()) {
            throw new Malformed(column, "not a domain: " + text);
        }
        return text;
    }

    private static void macros(String text, int column) throws Malformed {
        String rest = MACRO.matcher(text).replaceAll("");
        if (rest.indexOf('%') >= 0) {
            throw new Malformed(column, "not a macro: " + text);
        }
        for (Matcher macro = Pattern.compile("\\{.(\\d+)").matcher(text); macro.find(); ) {
            if (macro.group(1).chars().allMatch(c -> c == '0')) {
                throw new Malformed(column, "a macro keeps at least one label");
            }
        }
    }

    Optional<SpfTerm.Redirect> redirect() {
        return terms.stream()
                .filter(SpfTerm.Redirect.class::isInstance)
                .map(SpfTerm.Redirect.class::cast)
                .findFirst();
    }

    /// The result for everybody that nothing else matched, if an `all` says so.
    Optional<SpfTerm.Qualifier> forAll() {
        return terms.stream()
                .filter(SpfTerm.All.class::isInstance)
                .map(term -> ((SpfTerm.All) term).qualifier())
                .findFirst();
    }
}
