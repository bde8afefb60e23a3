package org.hoshimori.platform.organisation;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.hoshimori.platform.account.Account;
import org.hoshimori.platform.account.AccountId;
import org.hoshimori.platform.account.Accounts;
import org.hoshimori.platform.account.Actor;
import org.hoshimori.platform.web.Language;

/// Companies and people for tests, every one new.
public final class Companies {

    private static final AtomicLong NEXT = new AtomicLong(System.nanoTime() % 1_000_000_000L);

    private Companies() {}

    public static CorporateNumber number() {
        String twelve = "%012d".formatted(700_000_000_000L + NEXT.incrementAndGet());
        return new CorporateNumber(CorporateNumber.checkDigit(twelve) + twelve);
    }

    public static Actor person(Accounts accounts, String name) {
        AccountId id =
                accounts.ensure(
                        "p" + NEXT.incrementAndGet() + "@people.example", name, Language.JA);
        Account account = accounts.find(id).orElseThrow();
        return new Actor(id, account.name(), account.email(), account.operator());
    }

    public static NewOrganisation wanted(String name, String kana) {
        return new NewOrganisation(
                number(),
                new Profile(
                        name,
                        kana,
                        Optional.of("Example Co., Ltd."),
                        "23",
                        "E",
                        Size.UP_TO_50,
                        Optional.empty()),
                List.of(new Officer("東 健一", "アズマ ケンイチ")),
                false);
    }

    public static OrganisationId founded(Organisations organisations, Actor founder) {
        return organisations.create(founder, wanted("試験工業株式会社", "シケンコウギョウ"))
                        instanceof Founding.Founded(OrganisationId id)
                ? id
                : null;
    }
}
