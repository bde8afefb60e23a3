package org.hoshimori.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.hoshimori.log.SignedCheckpoint;

/// An application that the operator was registering when the server was killed, its database too.
record KilledRegistration(String application) {

    static KilledRegistration untilKilled(Instance instance) throws Exception {
        String application =
                instance.jdbc()
                        .sql(
                                """
                                select application.id::text from certificate.application
                                join organisation.organisation on organisation.id = application.organisation
                                where organisation.name = '青葉ソフトウェア株式会社' and decision = 'waiting'
                                """)
                        .query(String.class)
                        .single();
        Visit operator = instance.signedIn("/desk/operator");
        Thread asking =
                Thread.ofVirtual()
                        .start(() -> {
                            try {
                                operator.post(
                                        "/desk/operator/" + application + "/register", Map.of());
                            } catch (UncheckedIOException e) {
                                // The server was killed.
                            }
                        });
        Instance.pause(new Random().nextInt(200));
        instance.killWithDatabase();
        asking.join();
        return new KilledRegistration(application);
    }

    void standsWhollyOrNotAtAll(Instance instance, SignedCheckpoint first) throws Exception {
        long before = first.head().size();
        boolean registered = whole(instance, before);
        instance.verifiedRegister(first);
        if (!registered) {
            var answer =
                    instance.signedIn("/desk/operator")
                            .post("/desk/operator/" + application + "/register", Map.of());
            assertThat(answer.statusCode()).isEqualTo(302);
            assertThat(whole(instance, before)).isTrue();
            instance.verifiedRegister(first);
        }
    }

    /// Whether the application is registered; fails when only a part of it is.
    private boolean whole(Instance instance, long before) throws IOException {
        record Traces(
                String decision, String stage, String certificate, String listed, long size) {}
        Traces traces =
                instance.jdbc()
                        .sql(
                                """
                                select decision, stage, coalesce(certificate.number, ''),
                                    coalesce(registration.certificate, ''), (select size from register.log)
                                from certificate.application
                                join assessment.assessment on assessment.id = application.assessment
                                left join certificate.certificate on certificate.assessment = assessment.id
                                left join register.registration on registration.certificate = certificate.number
                                where application.id = :id::uuid
                                """)
                        .param("id", application)
                        .query((row, index) ->
                                new Traces(
                                        row.getString(1),
                                        row.getString(2),
                                        row.getString(3),
                                        row.getString(4),
                                        row.getLong(5)))
                        .single();
        assertThat(instance.checkpoint().head().size()).isEqualTo(traces.size());
        if (traces.decision().equals("waiting")) {
            assertThat(traces).isEqualTo(new Traces("waiting", "applied", "", "", before));
            return false;
        }
        String number = traces.certificate();
        assertThat(traces)
                .isEqualTo(new Traces("registered", "registered", number, number, before + 1));
        for (String ending : List.of("", ".jwt", ".json")) {
            assertThat(instance.visit().get("/certificates/" + number + ending).statusCode())
                    .isEqualTo(200);
        }
        return true;
    }
}
