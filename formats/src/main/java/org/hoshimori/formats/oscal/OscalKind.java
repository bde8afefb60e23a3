package org.hoshimori.formats.oscal;

import java.util.Arrays;
import java.util.Optional;
import org.hoshimori.rules.Code;
import org.hoshimori.rules.Text;

/// The documents of OSCAL.
public enum OscalKind implements Code {
    CATALOG("catalog", new Text("カタログ", "catalog")),
    PROFILE("profile", new Text("プロファイル", "profile")),
    MAPPING_COLLECTION("mapping-collection", new Text("対応表", "mapping collection")),
    COMPONENT_DEFINITION("component-definition", new Text("部品の定義", "component definition")),
    SSP("system-security-plan", new Text("システムセキュリティ計画", "system security plan")),
    ASSESSMENT_PLAN("assessment-plan", new Text("評価計画", "assessment plan")),
    ASSESSMENT_RESULTS("assessment-results", new Text("評価結果", "assessment results")),
    POAM(
            "plan-of-action-and-milestones",
            new Text("是正計画 (POA&M)", "plan of action and milestones"));

    private final String root;
    private final Text title;

    OscalKind(String root, Text title) {
        this.root = root;
        this.title = title;
    }

    /// The name of the document's only member, or its root element.
    public String root() {
        return root;
    }

    public Text title() {
        return title;
    }

    static Optional<OscalKind> ofRoot(String root) {
        return Arrays.stream(values()).filter(kind -> kind.root.equals(root)).findFirst();
    }
}
