package org.hoshimori.platform.assessment;

import java.util.Map;
import java.util.Optional;
import org.hoshimori.platform.account.Actor;
import org.hoshimori.platform.scheme.Editions;
import org.hoshimori.platform.trail.Trail;
import org.hoshimori.platform.web.NotFound;
import org.hoshimori.rules.Edition;
import org.hoshimori.rules.OfficialWording;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The operator gives this instance, and every other on its database, what his copy of a scheme's
/// own sheet says.
@Component
class OwnSheets {

    private final Editions editions;
    private final Trail trail;

    OwnSheets(Editions editions, Trail trail) {
        this.editions = editions;
        this.trail = trail;
    }

    /// @throws NotFound for everybody who is not the operator
    static void guard(Actor actor) {
        if (!actor.operator()) {
            throw new NotFound();
        }
    }

    /// Takes it over, or with an empty wording gives it up again.
    ///
    /// @return whether it is used now: a fault in another file leaves all as it was
    @Transactional
    boolean keep(Actor actor, Edition edition, OfficialWording wording) {
        guard(actor);
        String name = edition.scheme() + "/" + edition.id();
        trail.write(
                actor.did(
                        wording.isEmpty() ? "scheme.sheet-given-up" : "scheme.sheet-taken",
                        "scheme:" + name,
                        Optional.empty(),
                        Map.of(
                                "rule",
                                name,
                                "criteria",
                                Integer.toString(wording.criteria().size()))));
        return editions.keep(edition, wording);
    }
}
