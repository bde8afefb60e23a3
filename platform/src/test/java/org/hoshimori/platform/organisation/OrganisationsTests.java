package org.hoshimori.platform.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.hoshimori.platform.PlatformTests;
import org.hoshimori.platform.account.Accounts;
import org.hoshimori.platform.account.Actor;
import org.hoshimori.platform.trail.Trail;
import org.hoshimori.platform.web.NotFound;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

class OrganisationsTests extends PlatformTests {

    @Autowired private Organisations organisations;
    @Autowired private Invitations invitations;
    @Autowired private JoinRequests requests;
    @Autowired private Accounts accounts;
    @Autowired private Trail trail;

    private Actor owner;
    private Actor stranger;
    private OrganisationId company;

    @BeforeEach
    void aCompany() {
        owner = Companies.person(accounts, "美咲");
        stranger = Companies.person(accounts, "見知らぬ人");
        company = Companies.founded(organisations, owner);
    }

    @AfterEach
    void backToNow() {
        clock.reset();
    }

    @Test
    void theFounderOwnsTheCompany() {
        assertThat(organisations.role(owner, company)).contains(Role.OWNER);
        assertThat(organisations.may(owner, company, Permission.APPOINT)).isTrue();
        assertThat(organisations.may(owner, company, Permission.PLEDGE)).isFalse();
        assertThat(organisations.officers(company))
                .containsExactly(new Officer("東 健一", "アズマ ケンイチ"));
        assertThat(organisations.of(owner)).extracting(Membership::organisation).contains(company);
    }

    @Test
    void aFounderWhoIsExecutiveMayPledge() {
        var wanted = Companies.wanted("一人株式会社", "ヒトリ");
        var founding =
                organisations.create(
                        owner,
                        new NewOrganisation(wanted.number(), wanted.profile(), List.of(), true));
        assertThat(founding).isInstanceOf(Founding.Founded.class);
        OrganisationId id = ((Founding.Founded) founding).id();
        assertThat(organisations.may(owner, id, Permission.PLEDGE)).isTrue();
        assertThat(organisations.role(owner, id)).contains(Role.OWNER);
    }

    @Test
    void aNumberIsFoundedOnceThoughTwoTryAtTheSameTime() throws Exception {
        var wanted = Companies.wanted("同時株式会社", "ドウジ");
        var start = new CountDownLatch(1);
        try (var two = Executors.newFixedThreadPool(2)) {
            var first =
                    two.submit(() -> {
                        start.await();
                        return organisations.create(owner, wanted);
                    });
            var second =
                    two.submit(() -> {
                        start.await();
                        return organisations.create(stranger, wanted);
                    });
            start.countDown();
            assertThat(List.of(first.get(), second.get()))
                    .hasAtLeastOneElementOfType(Founding.Founded.class)
                    .hasAtLeastOneElementOfType(Founding.AlreadyThere.class);
        }
    }

    @Test
    void strangersSeeNothingAndMembersOnlyWhatTheirRoleReaches() {
        assertThatThrownBy(() -> organisations.require(stranger, company, Permission.READ))
                .isInstanceOf(NotFound.class);
        organisations.accept(stranger, tokenFor(stranger, Role.VIEWER), false);
        organisations.require(stranger, company, Permission.READ);
        assertThatThrownBy(() -> organisations.require(stranger, company, Permission.EDIT))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() ->
                        organisations.change(
                                stranger, company, organisations.get(company).profile()))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> organisations.changeOfficers(stranger, company, List.of()))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> organisations.invite(stranger, company, "a@b.example", Role.OWNER))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() ->
                        organisations.changeRoles(
                                stranger, company, stranger.id(), Set.of(Role.OWNER)))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> organisations.remove(stranger, company, owner.id()))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> requests.open(stranger, company))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void anOwnerAlwaysRemains() {
        assertThat(organisations.remove(owner, company, owner.id()))
                .isInstanceOf(RoleChange.LastOwner.class);
        assertThat(organisations.changeRoles(owner, company, owner.id(), Set.of(Role.EDITOR)))
                .isInstanceOf(RoleChange.LastOwner.class);
        organisations.accept(stranger, tokenFor(stranger, Role.OWNER), false);
        assertThat(organisations.remove(owner, company, owner.id()))
                .isInstanceOf(RoleChange.Changed.class);
        assertThat(organisations.role(owner, company)).isEmpty();
    }

    @Test
    void twoOwnersWhoRemoveEachOtherAtOnceLeaveOne() throws Exception {
        organisations.accept(stranger, tokenFor(stranger, Role.OWNER), false);
        var start = new CountDownLatch(1);
        try (var two = Executors.newFixedThreadPool(2)) {
            var first =
                    two.submit(() -> {
                        start.await();
                        return organisations.remove(owner, company, owner.id());
                    });
            var second =
                    two.submit(() -> {
                        start.await();
                        return organisations.remove(stranger, company, stranger.id());
                    });
            start.countDown();
            assertThat(List.of(first.get(), second.get()))
                    .hasAtLeastOneElementOfType(RoleChange.LastOwner.class);
        }
        assertThat(organisations.members(company)).hasSize(1);
    }

    @Test
    void anInvitationWorksOnce() {
        String token = tokenFor(stranger, Role.EDITOR);
        assertThat(organisations.accept(stranger, token, false))
                .isEqualTo(new Acceptance.Joined(company));
        assertThat(organisations.accept(stranger, token, false))
                .isEqualTo(new Acceptance.Closed(Acceptance.Reason.USED));
        assertThat(organisations.role(stranger, company)).contains(Role.EDITOR);
    }

    @Test
    void anInvitationEndsAfterFourteenDays() {
        String token = tokenFor(stranger, Role.EDITOR);
        clock.advance(Duration.ofDays(14));
        assertThat(organisations.accept(stranger, token, true))
                .isEqualTo(new Acceptance.Closed(Acceptance.Reason.EXPIRED));
        assertThat(invitations.open(owner, company)).isEmpty();
    }

    @Test
    void anInvitationCanBeTakenBackByItsCompanyOnly() {
        String token = tokenFor(stranger, Role.EDITOR);
        UUID id = invitations.open(owner, company).getFirst().id();
        OrganisationId other = Companies.founded(organisations, stranger);
        assertThatThrownBy(() -> invitations.revoke(stranger, other, id))
                .isInstanceOf(NotFound.class);
        invitations.revoke(owner, company, id);
        assertThat(organisations.accept(stranger, token, true))
                .isEqualTo(new Acceptance.Closed(Acceptance.Reason.REVOKED));
    }

    @Test
    void aLinkSentToAnotherAddressAsksToConfirm() {
        String token = tokenFor(Companies.person(accounts, "別の人"), Role.VIEWER);
        assertThat(organisations.accept(stranger, token, false))
                .isEqualTo(new Acceptance.OtherAddress());
        assertThat(organisations.role(stranger, company)).isEmpty();
        assertThat(organisations.accept(stranger, token, true))
                .isEqualTo(new Acceptance.Joined(company));
    }

    @Test
    void theDatabaseKnowsOnlyTheHashOfALink() {
        String token = tokenFor(stranger, Role.VIEWER);
        assertThat(
                        jdbc.sql(
                                        """
                                        select count(*) from organisation.invitation i
                                        where to_jsonb(i)::text like '%' || :token || '%'
                                        """)
                                .param("token", token)
                                .query(Long.class)
                                .single())
                .isZero();
    }

    @Test
    void whoAsksToJoinIsAdmittedByAnOwner() {
        CorporateNumber number = organisations.get(company).number();
        requests.ask(stranger, number, "情報システム課です");
        requests.ask(stranger, number, "もう一度");
        var open = requests.open(owner, company);
        assertThat(open).hasSize(1);
        assertThat(open.getFirst().message()).isEqualTo("情報システム課です");
        requests.admit(owner, company, open.getFirst().id(), Role.EDITOR);
        assertThat(organisations.role(stranger, company)).contains(Role.EDITOR);
        assertThatThrownBy(() -> requests.decline(owner, company, open.getFirst().id()))
                .isInstanceOf(NotFound.class);
        requests.ask(stranger, number, "すでにメンバー");
        assertThat(requests.open(owner, company)).isEmpty();
    }

    @Test
    void companiesAreFoundByTheirReading() {
        var wanted = Companies.wanted("朧月夜製作所", "オボロヅキヨセイサクショ");
        organisations.create(owner, wanted);
        assertThat(organisations.search("おぼろづき")).extracting(Organisation::name).contains("朧月夜製作所");
        assertThat(organisations.search("ｵﾎﾞﾛﾂﾞｷﾖ")).isNotEmpty();
        assertThat(organisations.search("ヅキヨセイ")).isNotEmpty();
        assertThat(organisations.search("月夜製")).isNotEmpty();
        assertThat(organisations.search(wanted.number().value())).hasSize(1);
        assertThat(organisations.search("%")).isEmpty();
        assertThat(organisations.search("' or 1=1 --")).isEmpty();
    }

    @Test
    void everyChangeStandsInTheTrailAndAnEditBehindOurBackShows() {
        Profile before = organisations.get(company).profile();
        organisations.change(
                owner,
                company,
                new Profile(
                        "改名株式会社",
                        before.kana(),
                        Optional.empty(),
                        before.prefecture(),
                        before.industry(),
                        Size.UP_TO_100,
                        Optional.empty()));
        organisations.changeOfficers(owner, company, List.of());
        var lines = trail.ofOrganisation(company.value(), Long.MAX_VALUE, 10);
        assertThat(lines)
                .extracting(Trail.Line::what)
                .containsExactly(
                        "organisation.officers-changed",
                        "organisation.changed",
                        "organisation.founded");
        assertThat(lines.get(1).details())
                .containsEntry("name", "試験工業株式会社 → 改名株式会社")
                .containsEntry("size", "21-50 → 51-100")
                .doesNotContainKey("kana");
        assertThat(trail.organisationIntact(company.value())).isTrue();

        jdbc.sql("alter table trail.line disable trigger refuse").update();
        jdbc.sql("update trail.line set details = '{}' where number = :number")
                .param("number", lines.get(1).number())
                .update();
        jdbc.sql("alter table trail.line enable trigger refuse").update();
        assertThat(trail.organisationIntact(company.value())).isFalse();
    }

    private String tokenFor(Actor invited, Role role) {
        return organisations.invite(owner, company, invited.email(), role).substring(13);
    }
}
