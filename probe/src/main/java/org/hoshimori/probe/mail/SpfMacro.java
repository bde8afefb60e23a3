package org.hoshimori.probe.mail;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Expands macros (RFC 7208, section 7).
///
/// @param sender the whole address, `postmaster` filled in
/// @param validated the client's proven name, asked only when a macro wants it
record SpfMacro(
        String sender, String domain, InetAddress client, String helo, Supplier<String> validated) {

    private static final int LONGEST_NAME = 253;
    private static final Pattern MACRO =
            Pattern.compile("%(?:\\{([A-Za-z])(\\d*)([rR]?)([.\\-+,/_=]*)\\}|([%_-]))");

    /// A name to ask for: shortened from the left when too long.
    String name(String text) {
        String name = expand(text);
        while (name.length() > LONGEST_NAME && name.indexOf('.') >= 0) {
            name = name.substring(name.indexOf('.') + 1);
        }
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }

    String expand(String text) {
        StringBuilder out = new StringBuilder();
        Matcher macro = MACRO.matcher(text);
        int at = 0;
        while (macro.find()) {
            out.append(text, at, macro.start());
            at = macro.end();
            if (macro.group(5) != null) {
                out.append(
                        switch (macro.group(5)) {
                            case "_" -> " ";
                            case "-" -> "%20";
                            default -> "%";
                        });
                continue;
            }
            String letter = macro.group(1);
            String value =
                    transform(
                            value(letter.toLowerCase(Locale.ROOT)),
                            macro.group(2),
                            !macro.group(3).isEmpty(),
                            macro.group(4));
            out.append(Character.isUpperCase(letter.charAt(0)) ? escape(value) : value);
        }
        return out.append(text, at, text.length()).toString();
    }

    private String value(String letter) {
        int sign = sender.lastIndexOf('@');
        return switch (letter) {
            case "s" -> sender;
            case "l" -> sender.substring(0, Math.max(0, sign));
            case "o" -> sender.substring(sign + 1);
            case "d" -> domain;
            case "i" -> dotted();
            case "p" -> validated.get();
            case "v" -> client instanceof Inet4Address ? "in-addr" : "ip6";
            case "h" -> helo;
            case "c" -> readable(client);
            case "r" -> "unknown";
            case "t" -> "0";
            default -> "";
        };
    }

    private String dotted() {
        if (client instanceof Inet4Address) {
            return client.getHostAddress();
        }
        return String.join(
                ".",
                HexFormat.of().formatHex(client.getAddress()).toUpperCase(Locale.ROOT).split(""));
    }

    /// IPv6 in its short form (RFC 5952), which the JDK does not write.
    private static String readable(InetAddress address) {
        String[] groups = address.getHostAddress().split(":");
        if (groups.length != 8) {
            return address.getHostAddress();
        }
        int start = -1;
        int longest = 1;
        for (int i = 0; i < 8; i++) {
            int end = i;
            while (end < 8 && groups[end].equals("0")) {
                end++;
            }
            if (end - i > longest) {
                start = i;
                longest = end - i;
            }
        }
        return start < 0
                ? String.join(":", groups)
                : String.join(":", Arrays.copyOf(groups, start))
                        + "::"
                        + String.join(":", Arrays.copyOfRange(groups, start + longest, 8));
    }

    private static String transform(String value, String digits, boolean reverse, String marks) {
        String delimiters = marks.isEmpty() ? "." : marks;
        if (digits.isEmpty() && !reverse && delimiters.equals(".")) {
            return value;
        }
        List<String> parts =
                new ArrayList<>(
                        Arrays.asList(value.split("[" + Pattern.quote(delimiters) + "]", -1)));
        if (reverse) {
            Collections.reverse(parts);
        }
        int keep =
                digits.isEmpty()
                        ? parts.size()
                        : digits.length() > 3 ? 128 : Integer.parseInt(digits);
        return String.join(".", parts.subList(Math.max(0, parts.size() - keep), parts.size()));
    }

    private static String escape(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}
