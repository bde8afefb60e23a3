package org.hoshimori.platform.organisation;

/// What a person may do in a company.
public enum Permission {
    /// See the company, its people, assessments and evidence.
    READ,
    /// Begin assessments, answer, describe the scope, add evidence.
    EDIT,
    /// Declare an assessment finished, invite an expert, apply for registration.
    SUBMIT,
    /// Pledge conformity (自己適合宣誓) for the company.
    PLEDGE,
    /// Change the company's facts and officers.
    ADMINISTER,
    /// Invite people, change their roles, answer those who ask to join.
    APPOINT
}
