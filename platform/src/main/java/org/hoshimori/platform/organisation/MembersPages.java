package org.hoshimori.platform.organisation;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.hoshimori.pages.Templates;
import org.hoshimori.platform.account.Account;
import org.hoshimori.platform.account.AccountId;
import org.hoshimori.platform.account.Accounts;
import org.hoshimori.platform.account.Actor;
import org.hoshimori.platform.web.Flash;
import org.hoshimori.platform.web.Frame;
import org.hoshimori.platform.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The people of a company: who may do what, and who asks to join.
@Controller
class MembersPages {

    private final Organisations organisations;
    private final JoinRequests requests;
    private final Accounts accounts;
    private final Templates templates;

    MembersPages(
            Organisations organisations,
            JoinRequests requests,
            Accounts accounts,
            Templates templates) {
        this.organisations = organisations;
        this.requests = requests;
        this.accounts = accounts;
        this.templates = templates;
    }

    @GetMapping("/companies/{id}/members")
    Page members(Frame frame, Actor actor, @PathVariable OrganisationId id) {
        organisations.require(actor, id, Permission.READ);
        return page(frame, actor, id, "", HttpStatus.OK);
    }

    @PostMapping("/companies/{id}/members/{member}")
    Object change(
            Frame frame,
            Actor actor,
            @PathVariable OrganisationId id,
            @PathVariable AccountId member,
            @RequestParam(name = "role", defaultValue = "") Set<Role> roles,
            RedirectAttributes redirect) {
        organisations.require(actor, id, Permission.APPOINT);
        if (roles.isEmpty()) {
            return page(
                    frame,
                    actor,
                    id,
                    frame.say("organisation.members.no-role"),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return done(
                frame,
                actor,
                id,
                organisations.changeRoles(actor, id, member, roles),
                "redirect:/companies/" + id + "/members",
                redirect);
    }

    @PostMapping("/companies/{id}/members/{member}/remove")
    Object remove(
            Frame frame,
            Actor actor,
            @PathVariable OrganisationId id,
            @PathVariable AccountId member,
            RedirectAttributes redirect) {
        return done(
                frame,
                actor,
                id,
                organisations.remove(actor, id, member),
                actor.id().equals(member)
                        ? "redirect:/companies"
                        : "redirect:/companies/" + id + "/members",
                redirect);
    }

    @PostMapping("/companies/{id}/requests/{request}")
    String answer(
            Frame frame,
            Actor actor,
            @PathVariable OrganisationId id,
            @PathVariable UUID request,
            @RequestParam(defaultValue = "VIEWER") Role role,
            @RequestParam(defaultValue = "false") boolean accept,
            RedirectAttributes redirect) {
        if (accept) {
            requests.admit(actor, id, request, role);
        } else {
            requests.decline(actor, id, request);
        }
        Flash.leave(
                redirect,
                frame.say(
                        accept
                                ? "organisation.requests.admitted"
                                : "organisation.requests.declined"));
        return "redirect:/companies/" + id + "/members";
    }

    private Object done(
            Frame frame,
            Actor actor,
            OrganisationId id,
            RoleChange change,
            String onward,
            RedirectAttributes redirect) {
        return switch (change) {
            case RoleChange.Changed _ -> {
                Flash.leave(redirect, frame.say("organisation.members.saved"));
                yield onward;
            }
            case RoleChange.LastOwner _ ->
                    page(
                            frame,
                            actor,
                            id,
                            frame.say("organisation.members.last-owner"),
                            HttpStatus.CONFLICT);
        };
    }

    private Page page(
            Frame frame, Actor actor, OrganisationId id, String fault, HttpStatus status) {
        boolean appoints = organisations.may(actor, id, Permission.APPOINT);
        List<Membership> members = organisations.members(id);
        List<JoinRequests.JoinRequest> asking = appoints ? requests.open(actor, id) : List.of();
        Map<AccountId, Account> people =
                accounts.all(
                        Stream.concat(
                                        members.stream().map(Membership::account),
                                        asking.stream().map(JoinRequests.JoinRequest::by))
                                .toList());
        return new Page(
                templates.organisationMembers(
                        frame,
                        organisations.get(id),
                        members.stream().map(member -> view(member, people, actor)).toList(),
                        asking.stream().map(request -> view(request, people)).toList(),
                        appoints,
                        fault),
                status);
    }

    private static MemberView view(Membership member, Map<AccountId, Account> people, Actor actor) {
        Account account = people.get(member.account());
        return new MemberView(
                member.account(),
                account == null ? "" : account.name(),
                account == null ? "" : account.email(),
                member.roles(),
                member.since(),
                member.account().equals(actor.id()));
    }

    private static RequestView view(
            JoinRequests.JoinRequest request, Map<AccountId, Account> people) {
        Account account = people.get(request.by());
        return new RequestView(
                request.id(),
                account == null ? "" : account.name(),
                account == null ? "" : account.email(),
                request.message(),
                request.at());
    }
}
