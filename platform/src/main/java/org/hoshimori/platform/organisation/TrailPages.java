package org.hoshimori.platform.organisation;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.hoshimori.pages.Templates;
import org.hoshimori.platform.account.Account;
import org.hoshimori.platform.account.AccountId;
import org.hoshimori.platform.account.Accounts;
import org.hoshimori.platform.account.Actor;
import org.hoshimori.platform.trail.Trail;
import org.hoshimori.platform.web.Frame;
import org.hoshimori.platform.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// The audit trail of a company, for its own people.
@Controller
class TrailPages {

    private static final int PER_PAGE = 100;

    private final Organisations organisations;
    private final Accounts accounts;
    private final Trail trail;
    private final Templates templates;

    TrailPages(Organisations organisations, Accounts accounts, Trail trail, Templates templates) {
        this.organisations = organisations;
        this.accounts = accounts;
        this.trail = trail;
        this.templates = templates;
    }

    /// @param before shows lines older than this one; lines are numbered upwards
    @GetMapping("/companies/{id}/trail")
    Page lines(
            Frame frame,
            Actor actor,
            @PathVariable OrganisationId id,
            @RequestParam(defaultValue = "9223372036854775807") long before) {
        organisations.require(actor, id, Permission.READ);
        List<Trail.Line> lines = trail.ofOrganisation(id.value(), before, PER_PAGE);
        Map<AccountId, Account> people =
                accounts.all(
                        lines.stream()
                                .flatMap(line ->
                                        Stream.concat(line.actor().stream(), memberOf(line)))
                                .distinct()
                                .map(AccountId::new)
                                .toList());
        return new Page(
                templates.organisationTrail(
                        frame,
                        organisations.get(id),
                        lines.stream().map(line -> view(frame, line, people)).toList(),
                        trail.organisationIntact(id.value()),
                        lines.size() == PER_PAGE ? lines.getLast().number() : 0));
    }

    private static LineView view(Frame frame, Trail.Line line, Map<AccountId, Account> people) {
        var details = new TreeMap<String, String>();
        line.details()
                .forEach((name, value) -> {
                    String label = "trail.detail." + name;
                    details.put(
                            frame.knows(label) ? frame.say(label) : name,
                            shown(frame, name, value, people));
                });
        return new LineView(
                line.number(),
                line.at(),
                line.actor().map(by -> name(by, people)).orElse(""),
                sentence(frame, line.what()),
                details);
    }

    private static String sentence(Frame frame, String what) {
        String key = "trail." + what;
        return frame.knows(key) ? frame.say(key) : what;
    }

    private static String shown(
            Frame frame, String name, String value, Map<AccountId, Account> people) {
        return switch (name) {
            case "member" -> name(UUID.fromString(value), people);
            case "role", "before", "after" -> roles(frame, value);
            default -> value;
        };
    }

    private static String roles(Frame frame, String names) {
        return Stream.of(names.split(" "))
                .map(name -> {
                    String key = "organisation.role." + name;
                    return frame.knows(key) ? frame.say(key) : name;
                })
                .collect(java.util.stream.Collectors.joining(frame.pick("・", ", ")));
    }

    private static Stream<UUID> memberOf(Trail.Line line) {
        String member = line.details().get("member");
        return member == null ? Stream.empty() : Stream.of(UUID.fromString(member));
    }

    private static String name(UUID account, Map<AccountId, Account> people) {
        Account known = people.get(new AccountId(account));
        return known == null ? account.toString() : known.name();
    }
}
