package org.hoshimori.platform.assurance;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hoshimori.platform.account.AccountId;

/// A person registered as expert (セキュリティ専門家).
///
/// @param employer corporate number of the employer; empty for the self-employed
/// @param listed whether companies may find this person by searching
public record Expert(
        AccountId account,
        String name,
        Optional<String> employer,
        boolean listed,
        String introduction,
        List<Qualification> qualifications,
        List<Advice> advice) {

    public Expert {
        qualifications = List.copyOf(qualifications);
        advice = List.copyOf(advice);
    }

    /// The qualification to act on, if one counts on that day.
    public Optional<Qualification> qualification(LocalDate day) {
        return qualifications.stream().filter(one -> one.countsOn(day)).findFirst();
    }
}
