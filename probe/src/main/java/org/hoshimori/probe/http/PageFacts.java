package org.hoshimori.probe.http;

import java.net.URI;
import java.util.Set;
import java.util.TreeSet;
import org.hoshimori.probe.Facts;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// What a page loads, read without running it: parts over plain HTTP, and scripts of others without
/// an integrity digest (W3C SRI).
final class PageFacts {

    private static final int MOST = 50;

    private PageFacts() {}

    static Facts read(String html, String host, boolean https) {
        Document page = Jsoup.parse(html, (https ? "https://" : "http://") + host + "/");
        Set<String> active = new TreeSet<>();
        Set<String> passive = new TreeSet<>();
        Set<String> unchecked = new TreeSet<>();
        for (Element part :
                page.select(
                        "script[src],iframe[src],object[data],embed[src],link[rel~=(?i)stylesheet][href],form[action]")) {
            String address = address(part);
            if (plain(address) && https) {
                keep(active, address);
            }
            if (part.tagName().equals("script")
                    && foreign(address, host)
                    && part.attr("integrity").isBlank()) {
                keep(unchecked, address);
            }
        }
        for (Element part : page.select("img[src],audio[src],video[src],source[src]")) {
            String address = address(part);
            if (plain(address) && https) {
                keep(passive, address);
            }
        }
        return Facts.write()
                .put("title", cut(page.title()))
                .put("generator", cut(page.select("meta[name~=(?i)^generator$]").attr("content")))
                .put("active_mixed", active)
                .put("passive_mixed", passive)
                .put("mixed", !active.isEmpty() || !passive.isEmpty())
                .put("foreign_scripts_unchecked", unchecked)
                .put("password_over_http", !https && !page.select("input[type=password]").isEmpty())
                .done();
    }

    private static void keep(Set<String> addresses, String address) {
        if (addresses.size() < MOST) {
            addresses.add(cut(address));
        }
    }

    private static String cut(String text) {
        return text.length() > 300 ? text.substring(0, 300) : text;
    }

    private static String address(Element part) {
        for (String name : new String[] {"src", "href", "data", "action"}) {
            if (part.hasAttr(name)) {
                return part.absUrl(name);
            }
        }
        return "";
    }

    private static boolean plain(String address) {
        return address.startsWith("http://");
    }

    private static boolean foreign(String address, String host) {
        try {
            String other = URI.create(address).getHost();
            return other != null && !other.equalsIgnoreCase(host);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
