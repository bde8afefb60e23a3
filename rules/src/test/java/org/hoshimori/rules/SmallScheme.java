package org.hoshimori.rules;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/// A scheme of two levels and five criteria, written out so that tests may break it line by line.
public final class SmallScheme {
    public static final String YAML =
            """
            format: 1
            scheme: small
            edition: "2026-01-01"
            status: official
            title: {ja: 小さな制度, en: A small scheme}
            short_title: {ja: 小, en: Small}
            valid_from: 2026-01-01
            sources:
              - {id: S1, title: 試験, confidence: A}
            levels:
              - id: "3"
                title: {ja: ★3, en: ★3}
                name: {ja: 基本, en: Basic}
                rule: all-met
                validity_months: 12
                validity_confidence: C
                assurance: {ja: 専門家の確認, en: Confirmed by an expert}
                confirmed_by: expert
              - id: "4"
                includes: "3"
                title: {ja: ★4, en: ★4}
                name: {ja: 標準, en: Standard}
                rule: all-met
                validity_months: 36
                validity_confidence: C
                assurance: {ja: 第三者評価, en: Third-party assessment}
                confirmed_by: assessment-body
            categories:
              - {id: "1", title: {ja: 統治, en: Govern}}
              - {id: "4", title: {ja: 防御, en: Protect}}
            requirements:
              - id: 1-2-1
                category: "1"
                level: "3"
                title: {ja: 体制, en: Organisation}
                status: official
                confidence: A
                criteria:
                  - id: 1-2-1-1
                    level: "3"
                    row: 6
                    status: official
                    confidence: A
                    kind: rule
                    text: {ja: 役割がある。, en: Roles are set.}
                    help: {ja: 書きます。, en: Write them down.}
                    evidence: {ja: [体制図, 規程], en: [Chart, Rules]}
                  - id: 1-2-1-3
                    level: "3"
                    row: 8
                    status: official
                    confidence: A
                    kind: operation
                    text: {ja: 見直す。, en: Reviewed.}
                    help: {ja: 年1回。, en: Once a year.}
                    evidence: {ja: [記録], en: [Record]}
                    duty: {every_months: 12, on: [revision]}
                    refs: [1-2-1-1]
                  - id: 1-2-1-4
                    level: "4"
                    status: proposal
                    confidence: D
                    kind: inventory
                    text: {ja: 一覧がある。, en: A list is kept.}
                    help: {ja: 作ります。, en: Make one.}
                    evidence: {ja: [一覧], en: [List]}
              - id: 4-1-4
                category: "4"
                level: "3"
                title: {ja: ロック, en: Lock}
                status: official
                confidence: A
                criteria:
                  - id: 4-1-4-1
                    level: "3"
                    row: 75
                    status: official
                    confidence: A
                    kind: technical
                    text: {ja: ロックする。, en: Locks.}
                    help: {ja: 設定します。, en: Set it.}
                    evidence: {ja: [画面], en: [Screen]}
                    parameters:
                      - {id: tries, type: tries, value: 10, bound: max, label: {ja: 試行, en: Tries}}
                    alternatives:
                      - {id: a, ja: 遅らせる, en: Delay}
                      - {id: b, ja: 止める, en: Stop}
                    refs: [1-2-1]
                    not_applicable: {ja: 端末がない。, en: No devices.}
                  - id: 4-1-4-2
                    level: "4"
                    status: derived
                    confidence: D
                    kind: technical
                    text: {ja: 長い。, en: Long.}
                    help: {ja: 6文字。, en: Six characters.}
                    evidence: {ja: [設定], en: [Setting]}
                    parts:
                      - {id: a, ja: 数字, en: Digits}
            """;

    private SmallScheme() {}

    public static Edition edition() {
        return ((Schemes.Reading.Read) read(YAML)).schemes().editions().getFirst();
    }

    static Schemes.Reading read(String yaml) {
        return Schemes.read(
                List.of(new SchemeFile("small.yaml", yaml.getBytes(StandardCharsets.UTF_8))));
    }

    /// The faults of the scheme with `from` (which must be there) replaced by `to`, in English.
    static List<String> faultsWith(String from, String to) {
        if (!YAML.contains(from)) {
            throw new IllegalArgumentException(from);
        }
        return faults(YAML.replace(from, to).getBytes(StandardCharsets.UTF_8));
    }

    static List<String> faults(byte[] bytes) {
        return switch (Schemes.read(List.of(new SchemeFile("small.yaml", bytes)))) {
            case Schemes.Reading.Read _ -> List.of();
            case Schemes.Reading.Refused refused ->
                    refused.faults().stream().map(fault -> fault.in(Locale.ENGLISH)).toList();
        };
    }
}
