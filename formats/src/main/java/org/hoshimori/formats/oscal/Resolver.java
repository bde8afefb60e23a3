package org.hoshimori.formats.oscal;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hoshimori.formats.oscal.Structure.Imported;
import org.hoshimori.formats.tree.Place;
import org.hoshimori.formats.tree.Tree;
import org.hoshimori.formats.tree.Unreadable;
import org.hoshimori.rules.Fault;
import org.hoshimori.rules.Text;

/// Resolves a profile into the catalog it amounts to, by NIST's profile resolution specification:
/// import, merge, modify, prune. Imports lead only to documents that the user gave or that the
/// profile itself contains; addresses are compared with their names and never opened.
public final class Resolver {
    private static final int MOST_IMPORTS = 100;

    private final Map<String, OscalDocument> given;
    private final OffsetDateTime now;
    private final List<Fault> notices = new ArrayList<>();
    private int imports;

    private Resolver(Map<String, OscalDocument> given, OffsetDateTime now) {
        this.given = given;
        this.now = now;
    }

    /// @param name the profile's file, for faults
    /// @param given catalogs and profiles by the names of their files
    public static Resolution resolve(
            String name,
            OscalDocument profile,
            Map<String, OscalDocument> given,
            OffsetDateTime now) {
        Resolver resolver = new Resolver(given, now);
        try {
            OscalDocument resolved = resolver.profile(name, profile, List.of());
            return new Resolution.Resolved(resolved, resolver.notices);
        } catch (Unreadable e) {
            return new Resolution.Refused(List.of(e.in(name)));
        }
    }

    private void notice(String file, Place place, String ja, String en) {
        notices.add(new Fault(file, place.line(), place.column(), new Text(ja, en)));
    }

    private OscalDocument profile(String name, OscalDocument profile, List<Tree> above)
            throws Unreadable {
        if (above.stream().anyMatch(one -> one == profile.content())) {
            throw new Unreadable(
                    profile.content().place(),
                    "プロファイルが輪になっています: 「" + profile.title() + "」",
                    "profiles import each other in a circle: \"" + profile.title() + "\"");
        }
        List<Tree> path = new ArrayList<>(above);
        path.add(profile.content());
        List<Imported> imported = new ArrayList<>();
        List<Tree.Fields> sources = new ArrayList<>();
        for (Tree.Fields directive : profile.content().each("imports")) {
            OscalDocument source = source(name, profile, directive);
            Tree.Fields catalog =
                    switch (source.kind()) {
                        case CATALOG -> source.content();
                        case PROFILE -> profile(name, source, path).content();
                        default ->
                                throw new Unreadable(
                                        directive.place(),
                                        "取り込み先がカタログでもプロファイルでもありません",
                                        "what is imported is neither a catalog nor a profile");
                    };
            Selection selection = Selection.of(directive, Selection.outermost(catalog), true);
            for (String id : selection.unmatched()) {
                notice(
                        name,
                        directive.place(),
                        "管理策「" + id + "」は取り込み先にありません",
                        "there is no control \"" + id + "\" in what is imported");
            }
            imported.add(new Imported(catalog, selection));
            sources.add(catalog);
        }
        Tree.Fields built =
                new Structure(profile.content().object("merge").orElse(Tree.of()), imported)
                        .build();
        Map<String, Tree.Fields> loose = new LinkedHashMap<>();
        sources.forEach(source -> loose(source, loose));
        // Groups that were kept hold theirs still.
        Map<String, Tree.Fields> held = new LinkedHashMap<>();
        loose(built, held);
        loose.keySet().removeAll(held.keySet());
        Modification modification =
                new Modification(profile.content().object("modify").orElse(Tree.of()));
        built = modification.apply(built.withEach("params", List.copyOf(loose.values())));
        for (String id : modification.unmatched()) {
            notice(
                    name,
                    profile.content().place(),
                    "modifyの「" + id + "」は取り込んだものの中にありません",
                    "\"modify\" names " + id + ", which was not imported");
        }
        return catalog(name, profile, built, sources);
    }

    /// The document that an import names.
    private OscalDocument source(String name, OscalDocument profile, Tree.Fields directive)
            throws Unreadable {
        if (++imports > MOST_IMPORTS) {
            throw new Unreadable(directive.place(), "取り込みが多すぎます (100まで)", "more than 100 imports");
        }
        String href = directive.text("href");
        List<String> addresses = new ArrayList<>();
        if (href.startsWith("#")) {
            Tree.Fields resource = resource(profile, href.substring(1), directive);
            resource.each("rlinks").forEach(link -> addresses.add(link.text("href")));
            Optional<OscalDocument> inside = embedded(name, resource);
            if (inside.isPresent()) {
                return inside.get();
            }
        } else {
            addresses.add(href);
        }
        for (String address : addresses) {
            for (Map.Entry<String, OscalDocument> one : given.entrySet()) {
                if (stem(one.getKey()).equals(stem(address))) {
                    return one.getValue();
                }
            }
        }
        if (given.size() == 1 && profile.content().each("imports").size() == 1) {
            Map.Entry<String, OscalDocument> only = given.entrySet().iterator().next();
            notice(
                    name,
                    directive.place(),
                    "「" + href + "」として、渡された「" + only.getKey() + "」を使いました",
                    "took \"" + only.getKey() + "\", which was given, for \"" + href + "\"");
            return only.getValue();
        }
        String wanted = addresses.isEmpty() ? href : String.join(", ", addresses);
        throw new Unreadable(
                directive.place(),
                "取り込み先「" + wanted + "」がありません。そのファイルを --with で渡してください (通信はしません)",
                "imports \"" + wanted + "\"; give that file with --with (nothing is fetched)");
    }

    private static Tree.Fields resource(OscalDocument profile, String uuid, Tree.Fields directive)
            throws Unreadable {
        return profile.content().object("back-matter").stream()
                .flatMap(back -> back.each("resources").stream())
                .filter(resource -> resource.text("uuid").equalsIgnoreCase(uuid))
                .findFirst()
                .orElseThrow(() ->
                        new Unreadable(
                                directive.place(),
                                "back-matterに資料「" + uuid + "」がありません",
                                "the back matter has no resource \"" + uuid + "\""));
    }

    /// A document inside the profile, in base64.
    private static Optional<OscalDocument> embedded(String name, Tree.Fields resource) {
        Optional<Tree.Fields> base64 = resource.object("base64");
        if (base64.isEmpty()) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(base64.get().text("value"));
            return OscalFiles.recognise(bytes)
                    .map(syntax -> OscalFiles.read(name, bytes, syntax))
                    .filter(OscalDocument.Reading.Read.class::isInstance)
                    .map(read -> ((OscalDocument.Reading.Read) read).document());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// The last piece of an address without its ending: a catalog is the same in JSON and in XML.
    private static String stem(String address) {
        String file = address.replaceFirst("[?#].*$", "").replaceFirst("^.*[/\\\\]", "");
        return file.replaceFirst("(?i)\\.(json|ya?ml|xml)$", "");
    }

    /// Parameters outside of controls.
    private static void loose(Tree.Fields holder, Map<String, Tree.Fields> loose) {
        holder.each("params").forEach(param -> loose.putIfAbsent(param.text("id"), param));
        holder.each("groups").forEach(group -> loose(group, loose));
    }

    private OscalDocument catalog(
            String name, OscalDocument profile, Tree.Fields built, List<Tree.Fields> sources) {
        Tree.Fields body = pruned(built, profile);
        List<Tree.Fields> resources = resources(profile, body, sources);
        Tree.Fields metadata = metadata(name, profile, sources);
        List<Object> parts = new ArrayList<>();
        parts.addAll(List.of("uuid", Names.uuid("resolved", profile.uuid(), body.toString())));
        parts.addAll(List.of("metadata", metadata));
        parts.addAll(List.of("params", body.each("params")));
        parts.addAll(List.of("controls", body.each("controls")));
        parts.addAll(List.of("groups", body.each("groups")));
        if (!resources.isEmpty()) {
            parts.addAll(List.of("back-matter", Tree.of("resources", resources)));
        }
        return OscalDocument.of(OscalKind.CATALOG, Tree.of(parts.toArray()));
    }

    /// Without loose parameters that nothing refers to.
    private static Tree.Fields pruned(Tree.Fields built, OscalDocument profile) {
        Set<String> wanted = References.params(built.without("params"));
        profile.content().object("modify").stream()
                .flatMap(modify -> modify.each("set-parameters").stream())
                .forEach(setting -> wanted.add(setting.text("param-id")));
        List<Tree.Fields> params = built.each("params");
        for (int before = -1; before != wanted.size(); ) {
            before = wanted.size();
            params.stream()
                    .filter(param -> wanted.contains(param.text("id")))
                    .forEach(param -> wanted.addAll(References.params(param)));
        }
        return built.withEach(
                "params",
                params.stream()
                        .filter(p -> wanted.contains(p.text("id")) || References.kept(p))
                        .toList());
    }

    private static List<Tree.Fields> resources(
            OscalDocument profile, Tree.Fields body, List<Tree.Fields> sources) {
        Map<String, Tree.Fields> all = new LinkedHashMap<>();
        List<Tree.Fields> documents = new ArrayList<>(sources);
        documents.add(profile.content());
        for (Tree.Fields document : documents) {
            for (Tree.Fields resource :
                    document.object("back-matter")
                            .map(b -> b.each("resources"))
                            .orElse(List.of())) {
                String uuid = References.lower(resource.text("uuid"));
                Tree.Fields there = all.get(uuid);
                if (there == null || !References.kept(there) || References.kept(resource)) {
                    all.remove(uuid);
                    all.put(uuid, resource);
                }
            }
        }
        Set<String> wanted = new HashSet<>(References.anchors(body));
        for (int before = -1; before != wanted.size(); ) {
            before = wanted.size();
            all.forEach((uuid, resource) -> {
                if (wanted.contains(uuid)) {
                    wanted.addAll(References.anchors(resource));
                }
            });
        }
        return all.entrySet().stream()
                .filter(one -> wanted.contains(one.getKey()) || References.kept(one.getValue()))
                .map(Map.Entry::getValue)
                .toList();
    }

    private Tree.Fields metadata(String name, OscalDocument profile, List<Tree.Fields> sources) {
        Tree.Fields own = profile.metadata();
        String version = profile.oscalVersion();
        for (Tree.Fields source : sources) {
            String other = source.object("metadata").map(m -> m.text("oscal-version")).orElse("");
            version = newer(other, version);
        }
        return Tree.of(
                "title",
                own.text("title"),
                "last-modified",
                now.format(DateTimeFormatter.ISO_OFFSET_DATE_TIME),
                "version",
                own.text("version"),
                "oscal-version",
                version,
                "props",
                List.of(
                        Tree.of("name", "resolution-tool", "value", "Hoshimori"),
                        Tree.of("name", "source-profile-uuid", "value", profile.uuid())),
                "links",
                List.of(Tree.of("href", stem(name), "rel", "source-profile")),
                "roles",
                own.each("roles"),
                "parties",
                own.each("parties"),
                "responsible-parties",
                own.each("responsible-parties"));
    }

    /// The later of two versions such as 1.1.2, as far as they are numbers.
    private static String newer(String a, String b) {
        String[] one = a.split("\\D+");
        String[] other = b.split("\\D+");
        for (int i = 0; i < Math.min(one.length, other.length); i++) {
            if (!one[i].equals(other[i]) && !one[i].isEmpty() && !other[i].isEmpty()) {
                int order =
                        one[i].length() == other[i].length()
                                ? one[i].compareTo(other[i])
                                : one[i].length() - other[i].length();
                return order > 0 ? a : b;
            }
        }
        return b.isEmpty() || one.length > other.length ? a : b;
    }
}
