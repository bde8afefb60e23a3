package org.hoshimori.platform.assurance;

import java.text.Normalizer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hoshimori.platform.account.Account;
import org.hoshimori.platform.account.AccountId;
import org.hoshimori.platform.account.Accounts;
import org.hoshimori.platform.account.Actor;
import org.hoshimori.platform.trail.Happening;
import org.hoshimori.platform.trail.Trail;
import org.hoshimori.platform.web.Frame;
import org.hoshimori.rules.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Experts: who they are, what qualifies them, and the operator's check of that.
@Component
public class Experts {

    private final ExpertRules rules;
    private final ExpertStore store;
    private final Accounts accounts;
    private final Trail trail;
    private final Clock clock;

    Experts(ExpertRules rules, ExpertStore store, Accounts accounts, Trail trail, Clock clock) {
        this.rules = rules;
        this.store = store;
        this.accounts = accounts;
        this.trail = trail;
        this.clock = clock;
    }

    /// The kinds of qualification that may be claimed.
    public List<QualificationKind> kinds() {
        return rules.kinds();
    }

    /// Why the list of kinds is only a proposal.
    public Text note() {
        return rules.note();
    }

    /// The rules of independence in words, for people who ask what will be checked.
    List<IndependenceRule> rules() {
        return rules.rules();
    }

    public Optional<Expert> find(AccountId account) {
        return store.find(account).map(row -> experts(List.of(row)).getFirst());
    }

    public boolean isExpert(AccountId account) {
        return store.find(account).isPresent();
    }

    /// Experts who agreed to be found and may act today, by name or employer; everyone for "".
    @Transactional(readOnly = true)
    public List<Expert> listed(String query) {
        String asked = plain(query);
        return experts(store.listed(today())).stream()
                .filter(expert ->
                        plain(expert.name() + " " + expert.introduction()).contains(asked)
                                || expert.employer().map(asked::equals).orElse(false))
                .toList();
    }

    /// The acting person registers as expert, or changes what was registered.
    @Transactional
    public void register(Actor actor, Profile profile) {
        store.save(actor.id(), profile, clock.instant());
        write(actor, "expert.registered", actor.id(), Map.of("listed", "" + profile.listed()));
    }

    /// Claims a qualification, which counts only after the operator verified it.
    @Transactional
    public Claimed claim(Actor actor, QualificationClaim claim) {
        Optional<QualificationKind> kind = rules.kind(claim.kind());
        if (kind.isEmpty()) {
            return new Claimed.Refused("kind", "assurance.claim.kind");
        }
        String number =
                Normalizer.normalize(claim.number(), Normalizer.Form.NFKC)
                        .strip()
                        .toUpperCase(Locale.ROOT);
        if (!kind.get().number().matcher(number).matches()) {
            return new Claimed.Refused("number", "assurance.claim.number");
        }
        if (claim.validUntil().map(last -> last.isBefore(claim.validFrom())).orElse(false)) {
            return new Claimed.Refused("validUntil", "assurance.claim.order");
        }
        if (claim.validUntil().map(last -> last.isBefore(today())).orElse(false)) {
            return new Claimed.Refused("validUntil", "assurance.claim.expired");
        }
        if (store.find(actor.id()).isEmpty()) {
            store.save(actor.id(), new Profile(Optional.empty(), false, ""), clock.instant());
        }
        UUID id =
                store.claim(
                        actor.id(),
                        new QualificationClaim(
                                claim.kind(), number, claim.validFrom(), claim.validUntil()),
                        clock.instant());
        write(
                actor,
                "expert.qualification-claimed",
                actor.id(),
                Map.of("kind", claim.kind(), "number", number));
        return new Claimed.Submitted(id);
    }

    /// Notes a company the acting expert advises or advised; the rules of independence look at it.
    @Transactional
    public void note(Actor actor, Advice advice) {
        if (store.find(actor.id()).isEmpty()) {
            throw new AccessDeniedException("not an expert");
        }
        store.note(actor.id(), advice, clock.instant());
        write(
                actor,
                "expert.advice-noted",
                actor.id(),
                Map.of(
                        "company",
                        advice.company(),
                        "until",
                        advice.until().map(LocalDate::toString).orElse("")));
    }

    /// Every claim with its person, for the operator's desk; those that wait come first.
    @Transactional(readOnly = true)
    public List<Expert> claims(Actor operator) {
        mustOperate(operator);
        List<Qualification> claims = store.all();
        List<AccountId> people = claims.stream().map(Qualification::account).distinct().toList();
        Map<AccountId, Account> known = accounts.all(people);
        Map<AccountId, ExpertStore.Row> registered =
                store.all(people).stream()
                        .collect(Collectors.toMap(ExpertStore.Row::account, Function.identity()));
        return claims.stream()
                .map(one ->
                        new Expert(
                                one.account(),
                                name(known.get(one.account())),
                                Optional.ofNullable(registered.get(one.account()))
                                        .flatMap(ExpertStore.Row::employer),
                                false,
                                "",
                                List.of(one),
                                List.of()))
                .toList();
    }

    /// The operator's decision on a claim: verify it, refuse it, or suspend a verified one.
    @Transactional
    public Verified decide(Actor operator, UUID id, Verified.Decision decision, String reason) {
        mustOperate(operator);
        Qualification claimed =
                store.locked(id).orElseThrow(org.hoshimori.platform.web.NotFound::new);
        boolean allowed =
                switch (decision) {
                    case VERIFY -> claimed.state() != Qualification.State.VERIFIED;
                    case REFUSE -> claimed.state() == Qualification.State.SUBMITTED;
                    case SUSPEND -> claimed.state() == Qualification.State.VERIFIED;
                };
        if (!allowed) {
            return new Verified.NotNow(claimed.state());
        }
        if (decision != Verified.Decision.VERIFY && reason.isBlank()) {
            return new Verified.ReasonMissing();
        }
        if (decision == Verified.Decision.VERIFY && store.taken(claimed)) {
            return new Verified.NumberTaken();
        }
        Qualification.State state =
                switch (decision) {
                    case VERIFY -> Qualification.State.VERIFIED;
                    case REFUSE -> Qualification.State.REFUSED;
                    case SUSPEND -> Qualification.State.SUSPENDED;
                };
        store.decide(id, state, reason.strip(), operator.id(), clock.instant());
        write(
                operator,
                "expert.qualification-" + state.code(),
                claimed.account(),
                Map.of(
                        "kind",
                        claimed.kind(),
                        "number",
                        claimed.number(),
                        "reason",
                        reason.strip()));
        return new Verified.Done(store.locked(id).orElseThrow());
    }

    /// In the same order, with as many statements for many as for one.
    private List<Expert> experts(List<ExpertStore.Row> rows) {
        List<AccountId> people = rows.stream().map(ExpertStore.Row::account).toList();
        Map<AccountId, Account> known = accounts.all(people);
        Map<AccountId, List<Qualification>> qualifications =
                store.qualifications(people).stream()
                        .collect(Collectors.groupingBy(Qualification::account));
        Map<AccountId, List<Advice>> advice = store.advice(people);
        return rows.stream()
                .map(row ->
                        new Expert(
                                row.account(),
                                name(known.get(row.account())),
                                row.employer(),
                                row.listed(),
                                row.introduction(),
                                qualifications.getOrDefault(row.account(), List.of()),
                                advice.getOrDefault(row.account(), List.of())))
                .toList();
    }

    private static String name(@Nullable Account account) {
        return account == null ? "" : account.name();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Frame.ZONE);
    }

    private void write(Actor actor, String what, AccountId whom, Map<String, String> details) {
        trail.write(
                new Happening(
                        Optional.of(actor.id().value()),
                        what,
                        "expert:" + whom,
                        Optional.empty(),
                        details));
    }

    private static void mustOperate(Actor actor) {
        if (!actor.operator()) {
            throw new AccessDeniedException("operator only");
        }
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    }
}
