package org.hoshimori.platform.demo;

import gg.jte.models.runtime.JteModel;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.hoshimori.pages.Templates;
import org.hoshimori.platform.web.Frame;
import org.hoshimori.platform.web.HomeSection;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/// The first page's offer: who a newcomer can be, in one click each.
@Component
@Profile("demo")
class Players implements HomeSection {

    /// An offer with its place in this database.
    record Cast(
            Nation.Offer offer,
            String name,
            org.hoshimori.platform.account.AccountId account,
            String path) {}

    private final Templates templates;
    private final AtomicReference<List<Cast>> cast = new AtomicReference<>(List.of());

    Players(Templates templates) {
        this.templates = templates;
    }

    /// The sample nation is there: these can be played now.
    void enter(List<Cast> people) {
        cast.set(List.copyOf(people));
    }

    @Override
    public JteModel show(Frame frame) {
        return templates.demoPlayers(
                frame,
                cast.get().stream()
                        .map(one ->
                                new Player(
                                        one.account(),
                                        one.name(),
                                        frame.pick(
                                                one.offer().title().ja(), one.offer().title().en()),
                                        frame.pick(
                                                one.offer().text().ja(), one.offer().text().en()),
                                        one.path()))
                        .toList());
    }
}
