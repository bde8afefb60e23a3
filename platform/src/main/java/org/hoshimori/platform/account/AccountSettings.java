package org.hoshimori.platform.account;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Who is staff, and how often a letter may be asked for.
///
/// @param operators mail addresses of the operator's staff (制度運営)
/// @param linksPerEmail letters with links to one address in an hour
/// @param linksPerAddress letters with links asked for from one network address in an hour
@ConfigurationProperties("hoshimori")
record AccountSettings(
        @DefaultValue List<String> operators,
        @DefaultValue("5") int linksPerEmail,
        @DefaultValue("60") int linksPerAddress) {

    AccountSettings {
        operators =
                operators.stream()
                        .map(text ->
                                Email.parse(text)
                                        .orElseThrow(() ->
                                                new IllegalArgumentException(
                                                        "hoshimori.operators: not a mail address: "
                                                                + text))
                                        .value())
                        .toList();
    }

    boolean operator(Email email) {
        return operators.contains(email.value());
    }
}
