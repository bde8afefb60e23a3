package org.hoshimori.platform.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Puts a scope into sentences.
final class ScopeText {

    private ScopeText() {}

    static String japanese(Scope scope) {
        List<String> sentences = new ArrayList<>();
        add(sentences, scope, Scope.Kind.SITE, "拠点: ", "、", "。");
        add(sentences, scope, Scope.Kind.NETWORK, "ネットワーク: ", "、", "。");
        add(sentences, scope, Scope.Kind.SYSTEM, "情報システム: ", "、", "。");
        add(sentences, scope, Scope.Kind.CLOUD, "クラウドサービス: ", "、", "。");
        List<Scope.Item> out = scope.of(Scope.Kind.EXCLUSION);
        if (!out.isEmpty()) {
            sentences.add(
                    "除外: "
                            + join(out, "、", item -> item.name() + "（理由: " + item.detail() + "）")
                            + "。");
        }
        return String.join("", sentences);
    }

    static String english(Scope scope) {
        List<String> sentences = new ArrayList<>();
        add(sentences, scope, Scope.Kind.SITE, "Sites: ", "; ", ".");
        add(sentences, scope, Scope.Kind.NETWORK, "Networks: ", "; ", ".");
        add(sentences, scope, Scope.Kind.SYSTEM, "Systems: ", "; ", ".");
        add(sentences, scope, Scope.Kind.CLOUD, "Cloud services: ", "; ", ".");
        List<Scope.Item> out = scope.of(Scope.Kind.EXCLUSION);
        if (!out.isEmpty()) {
            sentences.add(
                    "Excluded: "
                            + join(
                                    out,
                                    "; ",
                                    item -> item.name() + " (reason: " + item.detail() + ")")
                            + ".");
        }
        return String.join(" ", sentences);
    }

    private static void add(
            List<String> sentences,
            Scope scope,
            Scope.Kind kind,
            String before,
            String between,
            String after) {
        List<Scope.Item> items = scope.of(kind);
        if (!items.isEmpty()) {
            sentences.add(before + join(items, between, Scope.Item::name) + after);
        }
    }

    private static String join(
            List<Scope.Item> items, String between, Function<Scope.Item, String> form) {
        return items.stream().map(form).collect(Collectors.joining(between));
    }
}
