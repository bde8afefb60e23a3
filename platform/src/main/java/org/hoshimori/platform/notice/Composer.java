package org.hoshimori.platform.notice;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.hoshimori.platform.account.Account;
import org.hoshimori.platform.account.Accounts;
import org.hoshimori.platform.organisation.OrganisationId;
import org.hoshimori.platform.organisation.Organisations;
import org.hoshimori.platform.organisation.Role;
import org.hoshimori.platform.web.Language;
import org.hoshimori.platform.web.Words;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Composes letters in the reader's language from the texts `notice.<kind>.subject`, `.text` and
/// `.action`.
@Component
class Composer {

    private final Letters letters;
    private final Words words;
    private final Accounts accounts;
    private final Organisations organisations;
    private final String home;

    Composer(
            Letters letters,
            Words words,
            Accounts accounts,
            Organisations organisations,
            @Value("${hoshimori.public-url}") String home) {
        this.letters = letters;
        this.words = words;
        this.accounts = accounts;
        this.organisations = organisations;
        this.home = home.replaceAll("/+$", "");
    }

    /// What a letter is about.
    ///
    /// @param kind the texts' name
    /// @param path where its link leads on this site
    /// @param quote words of a person, shown as their own paragraph; empty when there are none
    /// @param arguments for the texts; days are written in the reader's language
    record Matter(String kind, String path, String quote, List<Object> arguments) {

        static Matter of(String kind, String path, Object... arguments) {
            return new Matter(kind, path, "", List.of(arguments));
        }

        Matter quoting(String words) {
            return new Matter(kind, path, words.strip(), arguments);
        }
    }

    /// To everybody in a company who has one of the roles, once each.
    void toCompany(OrganisationId organisation, Matter matter, Role... roles) {
        organisations.members(organisation).stream()
                .filter(member -> Arrays.stream(roles).anyMatch(member.roles()::contains))
                .flatMap(member -> accounts.find(member.account()).stream())
                .forEach(account -> to(account, matter));
    }

    void toOperators(Matter matter) {
        accounts.operators().forEach(account -> to(account, matter));
    }

    /// To an address that may have no account yet.
    void to(String email, Matter matter) {
        Optional<Account> known = accounts.findByEmail(email);
        post(
                email,
                known.map(Account::name).orElse(""),
                known.map(Account::language).orElse(Language.JA),
                matter);
    }

    void to(Account account, Matter matter) {
        post(account.email(), account.name(), account.language(), matter);
    }

    String company(OrganisationId organisation) {
        return organisations.get(organisation).name();
    }

    private void post(String email, String name, Language language, Matter matter) {
        String key = "notice." + matter.kind();
        Object[] arguments =
                matter.arguments().stream()
                        .map(argument ->
                                argument instanceof LocalDate day ? day(day, language) : argument)
                        .toArray();
        letters.post(
                new Letter(
                        matter.kind(),
                        email,
                        name,
                        language,
                        words.say(language, key + ".subject", arguments),
                        Stream.of(words.say(language, key + ".text", arguments), matter.quote())
                                .filter(text -> !text.isEmpty())
                                .toList(),
                        Optional.of(
                                new Letter.Action(
                                        words.say(language, key + ".action"),
                                        home + matter.path())),
                        Optional.empty()));
    }

    private static String day(LocalDate day, Language language) {
        return day.format(
                language == Language.JA
                        ? DateTimeFormatter.ofPattern("uuuu年M月d日")
                        : DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH));
    }
}
