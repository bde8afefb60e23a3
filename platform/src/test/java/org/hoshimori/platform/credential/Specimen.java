package org.hoshimori.platform.credential;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.hoshimori.log.Checkpoint;
import org.hoshimori.log.EntryProof;
import org.hoshimori.log.Hash;
import org.hoshimori.log.SignedCheckpoint;
import org.hoshimori.log.SignerKey;
import org.hoshimori.log.TiledTree;

/// A small issuer with a log of a few entries, one of them a certificate's.
public final class Specimen {

    public static final String NUMBER = CertificateNumber.of("scs", "3", 2026, 123).value();
    static final Instant ISSUED = Instant.parse("2026-11-23T01:00:00Z");
    static final Instant DOWNLOADED = Instant.parse("2026-11-23T02:00:00Z");
    static final String DIGEST = "5e".repeat(32);
    public static final StatusPlace PLACE = new StatusPlace(122);
    static final String SCOPE =
            "本社（愛知県刈谷市）と第二工場（同県安城市）における、自動車用精密部品の設計、製造、出荷の業務。\n"
                    + "業務用ネットワークとその端末、メールとファイル共有のクラウドサービスを含む。";

    private static final String INDEPENDENT_JA =
            "届け出た勤務先 (9000012050000) は、確認を受ける会社 (法人番号 7000012050002) ではない。この仕組みの中で、会社の一員としての役割を持っていない。"
                    + "会社の経営層として登録された人 (髙﨑 恵, 森 拓也) と氏名・ふりがなが一致せず、役員ではないと本人が申告した。"
                    + "直近24か月のうちに、会社へセキュリティの助言をしていない (届け出と本人の申告による)。"
                    + "この自己評価に回答者や手伝いとして加わっていない。会社との資本関係がないと本人が申告した。";
    private static final String INDEPENDENT_EN =
            "The registered employer (9000012050000) is not the company to be confirmed (corporate number 7000012050002). "
                    + "The expert holds no role of the company in this system. Name and kana match none of the company's registered executives, "
                    + "and the expert declares not to be an officer. No security advice to the company within the last 24 months "
                    + "(by the expert's registered engagements and declaration). The expert neither answered nor helped in this self-assessment. "
                    + "The expert declares no capital tie with the company.";

    final IssuerKey key = IssuerKey.generate();
    final SignerKey logKey = SignerKey.generate("localhost/log", new SecureRandom());
    public final Issuer issuer =
            Issuer.of(
                    "http://localhost:8080",
                    new Wording("星守 登録簿運営（デモ）", "Hoshimori Register Operator (demo)"),
                    key,
                    logKey.verifier());
    public final Credentials credentials = new Credentials(issuer, key);
    final List<byte[]> entries = new ArrayList<>();
    final CertificateFacts facts;
    final byte[] entry;
    public final String jwt;

    public Specimen() {
        this(SCOPE);
    }

    Specimen(String scope) {
        facts = facts(scope);
        entries.add("{\"certificate\":\"first\"}".getBytes(StandardCharsets.UTF_8));
        entry = entry(facts);
        entries.add(entry);
        jwt = credentials.certificate(facts, PLACE, entry, proof(), ISSUED);
        entries.add("{\"certificate\":\"later\"}".getBytes(StandardCharsets.UTF_8));
    }

    static CertificateFacts facts(String scope) {
        return new CertificateFacts(
                NUMBER,
                new CertificateFacts.Holder(
                        "7000012050002",
                        "株式会社 三河髙﨑精機",
                        "カブシキガイシャ ミカワタカサキセイキ",
                        "Mikawa Takasaki Precision Co., Ltd."),
                new CertificateFacts.Achieved(
                        "scs",
                        "2026-03-27",
                        "a7".repeat(32),
                        "3",
                        new Wording(
                                "サプライチェーン強化に向けたセキュリティ対策評価制度",
                                "Cybersecurity Measures Evaluation System for Strengthening Supply Chains"),
                        new Wording("★3", "★3"),
                        new Wording(
                                "自己評価に対するセキュリティ専門家の確認と、経営層の自己適合宣誓",
                                "A self-assessment confirmed by a security expert, and a pledge of conformity by the executive management")),
                new Wording(
                        scope,
                        "Design, production and shipping of precision parts for vehicles at the head office (Kariya) and the second plant (Anjo).\n"
                                + "Includes the business network, its terminals, and cloud services for mail and file sharing."),
                new CertificateFacts.Expert(
                        "森川 葵",
                        new Wording(
                                "情報処理安全確保支援士（登録セキスペ）",
                                "Registered Information Security Specialist"),
                        "第0123**号",
                        LocalDate.of(2025, 4, 1),
                        "2028-03-31",
                        LocalDate.of(2026, 11, 20),
                        new Wording(INDEPENDENT_JA, INDEPENDENT_EN)),
                DIGEST,
                DIGEST,
                DIGEST,
                LocalDate.of(2026, 11, 23),
                LocalDate.of(2027, 11, 22));
    }

    static byte[] entry(CertificateFacts facts) {
        var entry = new TreeMap<String, Object>();
        var company = new TreeMap<String, String>();
        PublicEntry.told(facts)
                .forEach((path, value) -> {
                    if (path.startsWith("company/")) {
                        company.put(path.substring("company/".length()), value);
                    } else {
                        entry.put(path, value);
                    }
                });
        entry.put("company", company);
        return Json.write(entry).getBytes(StandardCharsets.UTF_8);
    }

    /// The certificate's entry in the log as it now is.
    public EntryProof proof() {
        List<Hash> leaves = entries.stream().map(Hash::leaf).toList();
        var tree = new TiledTree(leaves.size(), tile -> leaves.subList(0, tile.width()));
        return new EntryProof(
                tree.inclusion(1),
                SignedCheckpoint.sign(new Checkpoint("localhost/log", tree.head()), logKey));
    }

    public Credentials.Bundle bundle(String state, Set<Integer> suspended, Set<Integer> revoked) {
        var lists = new EnumMap<Purpose, String>(Purpose.class);
        lists.put(
                Purpose.SUSPENSION,
                credentials.statusList(Purpose.SUSPENSION, 1, suspended, DOWNLOADED));
        lists.put(
                Purpose.REVOCATION,
                credentials.statusList(Purpose.REVOCATION, 1, revoked, DOWNLOADED));
        return new Credentials.Bundle(issuer, jwt, entry, proof(), lists, state, DOWNLOADED);
    }

    Credentials.Bundle bundle() {
        return bundle("registered", Set.of(), Set.of());
    }

    public byte[] json() {
        return credentials.bundle(bundle()).getBytes(StandardCharsets.UTF_8);
    }

    public byte[] pdf(String language) {
        return CertificatePdf.write(credentials, facts, bundle(), language);
    }

    CertificateVerifier verifier() {
        return verifier(Instant.parse("2026-12-24T00:00:00Z"));
    }

    CertificateVerifier verifier(Instant now) {
        return new CertificateVerifier(List.of(issuer), () -> now);
    }

    String verdict(byte[] file) {
        return word(verifier().verify(file, Newer.NOTHING));
    }

    static String word(Verification verification) {
        return switch (verification) {
            case Verification.Judged(Verdict verdict) -> verdict.word();
            case Verification.Unreadable _ -> "unreadable";
        };
    }
}
