package org.hoshimori.formats.ciso;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.hoshimori.formats.SchemeDraft;
import org.hoshimori.formats.SchemeDraft.DraftCriterion;
import org.hoshimori.formats.SchemeDraft.DraftLevel;
import org.hoshimori.formats.SchemeDraft.DraftRequirement;
import org.hoshimori.formats.tree.Place;
import org.hoshimori.formats.tree.Tree;
import org.hoshimori.formats.tree.Unreadable;
import org.hoshimori.rules.Fault;
import org.hoshimori.rules.Text;
import org.jspecify.annotations.Nullable;

/// Makes an edition out of a framework: assessable nodes are criteria, the node above is their
/// requirement, the outermost node their category, implementation groups that contain each other
/// are levels.
final class FrameworkReader {
    private static final Set<String> UNDERSTOOD =
            Set.of(
                    "urn",
                    "parent_urn",
                    "depth",
                    "ref_id",
                    "assessable",
                    "name",
                    "description",
                    "annotation",
                    "typical_evidence",
                    "implementation_groups",
                    "translations");

    private record Holder(String id, String category, Text categoryTitle, Text title) {}

    private final String file;
    private final List<Fault> notices;
    private final Map<String, Tree.Fields> nodes = new LinkedHashMap<>();
    private final Map<String, Integer> left = new TreeMap<>();
    private String locale = "";

    FrameworkReader(String file, List<Fault> notices) {
        this.file = file;
        this.notices = notices;
    }

    SchemeDraft read(Tree.Fields library, Tree.Fields framework, byte[] bytes, String group)
            throws Unreadable {
        locale = library.text("locale");
        for (Tree.Fields node : framework.each("requirement_nodes")) {
            if (nodes.putIfAbsent(node.text("urn"), node) != null) {
                throw new Unreadable(
                        node.place(),
                        "urn「" + node.text("urn") + "」が2度あります。どちらかを消してください",
                        "the urn \"" + node.text("urn") + "\" stands here twice; remove one");
            }
        }
        List<Tree.Fields> groups = framework.each("implementation_groups_definition");
        List<String> order = groups.stream().map(one -> one.text("ref_id")).toList();
        if (!group.isEmpty() && !order.contains(group)) {
            throw new Unreadable(
                    framework.place(),
                    "実装グループ「" + group + "」はありません: " + String.join(", ", order),
                    "there is no implementation group \""
                            + group
                            + "\"; there are: "
                            + String.join(", ", order));
        }
        boolean nested = group.isEmpty() && !order.isEmpty() && nested(order);
        if (group.isEmpty() && !order.isEmpty() && !nested) {
            notice(
                    framework.place(),
                    "実装グループが入れ子ではないため、段階を1つにしました。--group で1つだけ取り込めます: " + String.join(", ", order),
                    "the implementation groups do not contain each other: taken as one level; --group takes one of them: "
                            + String.join(", ", order));
        }
        List<DraftRequirement> requirements = requirements(order, nested, group);
        if (requirements.isEmpty()) {
            throw new Unreadable(
                    framework.place(), "評価できる項目がありません", "the framework has nothing to assess");
        }
        left.forEach((key, count) ->
                notice(
                        framework.place(),
                        "項目の「" + key + "」(" + count + "件) は取り込みません",
                        "\"" + key + "\" of " + count + " nodes is not taken over"));
        Text title = words(library, "name").orElse(SchemeDraft.same(library.text("urn")));
        String date = library.text("publication_date");
        String edition = "v" + (library.text("version").isEmpty() ? "1" : library.text("version"));
        return new SchemeDraft(
                SchemeDraft.slug(
                        library.text("ref_id").isEmpty() ? title.en() : library.text("ref_id")),
                SchemeDraft.slug(group.isEmpty() ? edition : edition + "-" + group),
                title,
                date.matches("\\d{4}-\\d\\d-\\d\\d") ? date : "1970-01-01",
                "CISO Assistant library " + library.text("urn") + " " + edition,
                SchemeDraft.sha256(bytes),
                levels(groups, nested, group, title),
                requirements);
    }

    private void notice(Place at, String ja, String en) {
        notices.add(new Fault(file, at.line(), at.column(), new Text(ja, en)));
    }

    private List<DraftLevel> levels(
            List<Tree.Fields> groups, boolean nested, String group, Text title) {
        if (!nested) {
            return List.of(
                    new DraftLevel(group.isEmpty() ? "all" : SchemeDraft.slug(group), "", title));
        }
        Set<String> asked = new HashSet<>();
        nodes.values().stream()
                .filter(FrameworkReader::assessable)
                .forEach(node -> {
                    List<String> in = node.words("implementation_groups");
                    groups.stream()
                            .map(one -> one.text("ref_id"))
                            .filter(id -> in.isEmpty() || in.contains(id))
                            .findFirst()
                            .ifPresent(asked::add);
                });
        List<DraftLevel> levels = new ArrayList<>();
        String below = "";
        for (Tree.Fields one : groups) {
            if (asked.contains(one.text("ref_id"))) {
                String id = SchemeDraft.slug(one.text("ref_id"));
                levels.add(
                        new DraftLevel(id, below, words(one, "name").orElse(SchemeDraft.same(id))));
                below = id;
            }
        }
        return levels;
    }

    private static boolean assessable(Tree.Fields node) {
        return node.text("assessable").equals("true");
    }

    /// Whether what is in a group is in every later one.
    private boolean nested(List<String> order) {
        return new HashSet<>(order).size() == order.size()
                && order.stream().map(SchemeDraft::slug).distinct().count() == order.size()
                && nodes.values().stream()
                        .filter(FrameworkReader::assessable)
                        .map(node -> node.words("implementation_groups"))
                        .filter(in -> !in.isEmpty())
                        .allMatch(in -> {
                            int first = order.indexOf(in.getFirst());
                            for (String each : in) {
                                first = Math.min(first, order.indexOf(each));
                            }
                            return first >= 0
                                    && new HashSet<>(in)
                                            .equals(
                                                    new HashSet<>(
                                                            order.subList(first, order.size())));
                        });
    }

    private List<DraftRequirement> requirements(List<String> order, boolean nested, String group) {
        Map<Holder, List<DraftCriterion>> all = new LinkedHashMap<>();
        Map<String, String> ids = ids();
        for (Tree.Fields node : nodes.values()) {
            List<String> in = node.words("implementation_groups");
            if (!assessable(node) || !group.isEmpty() && !in.contains(group)) {
                continue;
            }
            node.all().keySet().stream()
                    .filter(key -> !UNDERSTOOD.contains(key))
                    .forEach(key -> left.merge(key, 1, Integer::sum));
            String level =
                    nested
                            ? order.stream()
                                    .filter(one -> in.isEmpty() || in.contains(one))
                                    .findFirst()
                                    .orElse(order.getFirst())
                            : group.isEmpty() ? "all" : group;
            String id = ids.getOrDefault(node.text("urn"), "?");
            Optional<Text> name = words(node, "name");
            Text text = words(node, "description").or(() -> name).orElse(SchemeDraft.same(id));
            all.computeIfAbsent(holder(node, ids), _ -> new ArrayList<>())
                    .add(
                            new DraftCriterion(
                                    id,
                                    SchemeDraft.slug(level),
                                    text,
                                    words(node, "annotation").orElse(null),
                                    evidence(node)));
        }
        return all.entrySet().stream()
                .map(one ->
                        new DraftRequirement(
                                one.getKey().id,
                                one.getKey().category,
                                one.getKey().categoryTitle,
                                one.getKey().title,
                                one.getValue()))
                .toList();
    }

    /// `ref_id` where it names one node only, else the end of the urn.
    private Map<String, String> ids() {
        Map<String, Integer> times = new HashMap<>();
        nodes.values().forEach(node -> times.merge(word(node.text("ref_id")), 1, Integer::sum));
        Map<String, String> ids = new HashMap<>();
        Set<String> used = new HashSet<>();
        Map<String, Integer> doubles = new HashMap<>();
        nodes.forEach((urn, node) -> {
            String reference = word(node.text("ref_id"));
            String tail = word(urn.substring(urn.lastIndexOf(':') + 1));
            String id =
                    !reference.isEmpty() && times.getOrDefault(reference, 0) == 1
                            ? reference
                            : tail.isEmpty() ? "node" : tail;
            String free = id;
            while (!used.add(free)) {
                free = id + "-" + doubles.merge(id, 1, Integer::sum);
            }
            ids.put(urn, free);
        });
        return ids;
    }

    private static String word(String id) {
        return id.strip().replaceAll("\\s+", "-");
    }

    private Holder holder(Tree.Fields node, Map<String, String> ids) {
        Tree.Fields above = nodes.get(node.text("parent_urn"));
        Tree.Fields nearest = above == null ? node : above;
        Tree.Fields top = nearest;
        for (int i = 0; i < 64 && nodes.containsKey(top.text("parent_urn")); i++) {
            top = nodes.getOrDefault(top.text("parent_urn"), top);
        }
        return new Holder(
                "requirement-" + ids.getOrDefault(nearest.text("urn"), "?"),
                ids.getOrDefault(top.text("urn"), "?"),
                title(top, ids),
                title(nearest, ids));
    }

    private Text title(Tree.Fields node, Map<String, String> ids) {
        return words(node, "name")
                .or(() -> words(node, "description"))
                .orElse(SchemeDraft.same(ids.getOrDefault(node.text("urn"), "?")));
    }

    private List<Text> evidence(Tree.Fields node) {
        Optional<Text> all = words(node, "typical_evidence");
        if (all.isEmpty()) {
            return List.of();
        }
        List<String> ja = lines(all.get().ja());
        List<String> en = lines(all.get().en());
        List<Text> evidence = new ArrayList<>();
        for (int i = 0; i < en.size() && ja.size() == en.size(); i++) {
            evidence.add(new Text(ja.get(i), en.get(i)));
        }
        return evidence.isEmpty() ? List.of(all.get()) : evidence;
    }

    private static List<String> lines(String text) {
        return text.lines()
                .map(line -> line.replaceFirst("^\\s*[-*•]\\s*", "").strip())
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /// In both languages: the library's own, and ja or en from its translations.
    private Optional<Text> words(Tree.Fields object, String key) {
        String own = object.text(key).strip();
        if (own.isEmpty()) {
            return Optional.empty();
        }
        Optional<Tree.Fields> translations = object.object("translations");
        @Nullable String ja = translation(translations, "ja", key);
        @Nullable String en = translation(translations, "en", key);
        return Optional.of(
                new Text(
                        ja == null || locale.equals("ja") ? own : ja,
                        en == null || locale.equals("en") ? own : en));
    }

    private static @Nullable String translation(
            Optional<Tree.Fields> translations, String language, String key) {
        return translations
                .flatMap(all -> all.object(language))
                .map(one -> one.text(key).strip())
                .filter(text -> !text.isEmpty())
                .orElse(null);
    }
}
