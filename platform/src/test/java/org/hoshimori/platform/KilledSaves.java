package org.hoshimori.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;

/// People who were saving answers when the server was killed.
final class KilledSaves {

    private final List<Saver> savers;

    private KilledSaves(List<Saver> savers) {
        this.savers = savers;
    }

    static KilledSaves untilKilled(Instance instance) throws Exception {
        record Place(String assessment, String criterion, int version) {}
        List<Place> places =
                instance.jdbc()
                        .sql(
                                """
                                select assessment, criterion, answer.version from assessment.answer
                                join assessment.assessment on assessment.id = answer.assessment
                                join organisation.organisation on organisation.id = assessment.organisation
                                where organisation.name = '東海精密ばね株式会社' and stage = 'draft'
                                order by criterion limit 3
                                """)
                        .query((row, index) ->
                                new Place(row.getString(1), row.getString(2), row.getInt(3)))
                        .list();
        assertThat(places).hasSize(3);
        List<Saver> savers = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (Place place : places) {
            var saver =
                    new Saver(
                            instance.signedIn("/assessments/" + place.assessment()),
                            place.assessment(),
                            place.criterion(),
                            place.version());
            savers.add(saver);
            threads.add(Thread.ofVirtual().start(saver));
        }
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (System.nanoTime() < end
                && savers.stream().anyMatch(saver -> saver.acknowledged.size() < 15)) {
            Instance.pause(20);
        }
        Instance.pause(new Random().nextInt(50));
        instance.kill();
        for (Thread thread : threads) {
            thread.join();
        }
        return new KilledSaves(savers);
    }

    void areAllThere(Instance instance) throws IOException {
        for (Saver saver : savers) {
            saver.findsEverything(instance.jdbc());
        }
    }

    /// Somebody who keeps saving one answer.
    private static final class Saver implements Runnable {

        private final Visit visit;
        private final String assessment;
        private final String criterion;
        private final int before;
        private final List<String> acknowledged = Collections.synchronizedList(new ArrayList<>());

        Saver(Visit visit, String assessment, String criterion, int before) {
            this.visit = visit;
            this.assessment = assessment;
            this.criterion = criterion;
            this.before = before;
        }

        @Override
        public void run() {
            try {
                while (true) {
                    int version = before + acknowledged.size();
                    String note = "note " + (version + 1);
                    var answer =
                            visit.post(
                                    "/assessments/" + assessment + "/criteria/" + criterion,
                                    Map.of(
                                            "value",
                                            "met",
                                            "note",
                                            note,
                                            "version",
                                            Integer.toString(version)));
                    if (answer.statusCode() != HttpStatus.SEE_OTHER.value()) {
                        return;
                    }
                    acknowledged.add(note);
                }
            } catch (UncheckedIOException e) {
                // The server was killed.
            }
        }

        /// One save more may be there: committed, but killed before its answer left.
        void findsEverything(JdbcClient jdbc) {
            assertThat(acknowledged).hasSizeGreaterThan(3);
            List<String> history =
                    jdbc.sql(
                                    """
                                    select note from assessment.answer_history
                                    where assessment = :id::uuid and criterion = :criterion and version > :before
                                    order by number
                                    """)
                            .param("id", assessment)
                            .param("criterion", criterion)
                            .param("before", before)
                            .query(String.class)
                            .list();
            assertThat(history).startsWith(acknowledged.toArray(String[]::new));
            assertThat(history.size()).isBetween(acknowledged.size(), acknowledged.size() + 1);
            assertThat(
                            jdbc.sql(
                                            """
                                            select note || ' = ' || version from assessment.answer
                                            where assessment = :id::uuid and criterion = :criterion
                                            """)
                                    .param("id", assessment)
                                    .param("criterion", criterion)
                                    .query(String.class)
                                    .single())
                    .isEqualTo(history.getLast() + " = " + (before + history.size()));
        }
    }
}
