package org.hoshimori.probe.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hoshimori.probe.Facts;
import org.htmlunit.csp.Policy;
import org.htmlunit.csp.PolicyList;
import org.htmlunit.csp.directive.SourceExpressionDirective;

/// A content security policy as the browser understands it (CSP 3): several policies are
/// intersected, so a weakness counts only where all of them have it.
final class CspFacts {

    private CspFacts() {}

    static Facts read(List<String> headers) {
        List<String> problems = new ArrayList<>();
        PolicyList policies =
                Policy.parseSerializedCSPList(
                        plain(String.join(", ", headers)),
                        (severity, message, _, _, _) -> {
                            if (severity != Policy.Severity.Info && problems.size() < 20) {
                                problems.add(message);
                            }
                        });
        List<Policy> all = policies.getPolicies();
        boolean inline = all.stream().allMatch(p -> script(p).map(CspFacts::inline).orElse(true));
        boolean eval =
                all.stream()
                        .allMatch(p ->
                                script(p).map(SourceExpressionDirective::unsafeEval).orElse(true));
        boolean broad = all.stream().allMatch(p -> script(p).map(CspFacts::broad).orElse(true));
        boolean styles = all.stream().allMatch(p -> style(p).map(CspFacts::inline).orElse(true));
        return Facts.write()
                .put("value", String.join(", ", headers))
                .put("policies", all.size())
                .put(
                        "valid",
                        !all.isEmpty()
                                && all.stream()
                                        .anyMatch(p ->
                                                script(p).isPresent()
                                                        || p.frameAncestors().isPresent()))
                .put(
                        "default_src",
                        all.stream()
                                .anyMatch(p ->
                                        p.getFetchDirective(
                                                        org.htmlunit.csp.FetchDirectiveKind
                                                                .DefaultSrc)
                                                .isPresent()))
                .put(
                        "default_none",
                        all.stream()
                                .anyMatch(p ->
                                        p.getFetchDirective(
                                                        org.htmlunit.csp.FetchDirectiveKind
                                                                .DefaultSrc)
                                                .map(CspFacts::nothing)
                                                .orElse(false)))
                .put("unsafe_inline_script", inline)
                .put("unsafe_eval", eval)
                .put("unsafe_inline_style", styles)
                .put("broad_script", broad)
                .put(
                        "objects_open",
                        all.stream().allMatch(p -> object(p).map(CspFacts::broad).orElse(true)))
                .put("frame_ancestors", all.stream().anyMatch(p -> p.frameAncestors().isPresent()))
                .put("base_uri", all.stream().anyMatch(p -> p.baseUri().isPresent()))
                .put("form_action", all.stream().anyMatch(p -> p.formAction().isPresent()))
                .put("problems", problems)
                .done();
    }

    /// The parser refuses what is not ASCII; browsers read on.
    private static String plain(String header) {
        return header.replaceAll("[^\\x20-\\x7e]", "?");
    }

    private static Optional<SourceExpressionDirective> script(Policy policy) {
        return policy.getGoverningDirectiveForEffectiveDirective(
                org.htmlunit.csp.FetchDirectiveKind.ScriptSrc);
    }

    private static Optional<SourceExpressionDirective> style(Policy policy) {
        return policy.getGoverningDirectiveForEffectiveDirective(
                org.htmlunit.csp.FetchDirectiveKind.StyleSrc);
    }

    private static Optional<SourceExpressionDirective> object(Policy policy) {
        return policy.getGoverningDirectiveForEffectiveDirective(
                org.htmlunit.csp.FetchDirectiveKind.ObjectSrc);
    }

    /// A nonce, a hash or strict-dynamic makes browsers ignore unsafe-inline.
    private static boolean inline(SourceExpressionDirective directive) {
        return directive.unsafeInline()
                && directive.getNonces().isEmpty()
                && directive.getHashes().isEmpty()
                && !directive.strictDynamic();
    }

    private static boolean nothing(SourceExpressionDirective directive) {
        return directive.getHosts().isEmpty()
                && directive.getSchemes().isEmpty()
                && !directive.self()
                && !directive.star()
                && !directive.unsafeInline();
    }

    /// Whole schemes or everything.
    private static boolean broad(SourceExpressionDirective directive) {
        return !directive.strictDynamic()
                && (directive.star()
                        || directive.getSchemes().stream()
                                .map(org.htmlunit.csp.value.Scheme::value)
                                .anyMatch(s ->
                                        s.equals("http") || s.equals("https") || s.equals("data")));
    }
}
