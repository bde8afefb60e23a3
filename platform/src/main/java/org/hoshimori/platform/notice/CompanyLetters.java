package org.hoshimori.platform.notice;

import org.hoshimori.platform.account.Account;
import org.hoshimori.platform.account.Accounts;
import org.hoshimori.platform.organisation.JoinRequested;
import org.hoshimori.platform.organisation.PersonInvited;
import org.hoshimori.platform.organisation.Role;
import org.springframework.context.event.EventListener;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/// Letters about who belongs to a company.
@Component
class CompanyLetters {

    private final Composer composer;
    private final Accounts accounts;

    CompanyLetters(Composer composer, Accounts accounts) {
        this.composer = composer;
        this.accounts = accounts;
    }

    /// In the inviter's transaction: the link is nowhere else.
    @EventListener
    void invite(PersonInvited event) {
        composer.to(
                event.email(),
                Composer.Matter.of(
                        "invitation", event.link(), composer.company(event.organisation())));
    }

    @ApplicationModuleListener
    void tellOwners(JoinRequested event) {
        String who = accounts.find(event.by()).map(Account::name).orElse("?");
        composer.toCompany(
                event.organisation(),
                Composer.Matter.of(
                        "join-request",
                        "/companies/" + event.organisation().value() + "/members",
                        who,
                        composer.company(event.organisation())),
                Role.OWNER);
    }
}
