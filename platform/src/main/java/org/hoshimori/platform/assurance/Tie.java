package org.hoshimori.platform.assurance;

import org.hoshimori.rules.Code;

/// What may tie an expert to a company; `experts.yaml` says for each what follows from it.
public enum Tie implements Code {
    /// The registered employer is the company.
    OWN_EMPLOYER,
    /// The expert's account has a role in the company.
    MEMBER,
    /// The expert is an officer: by name and kana, or as declared.
    SAME_OFFICER,
    /// The expert advised the company on security, and not long ago.
    ADVISER,
    /// The expert answered or helped in this very assessment.
    HELPER,
    /// The expert owns a part of the company, or belongs to a group with it.
    CAPITAL
}
