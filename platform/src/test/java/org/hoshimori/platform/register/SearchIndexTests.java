package org.hoshimori.platform.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.hoshimori.platform.PlatformTests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

class SearchIndexTests extends PlatformTests {

    @Autowired private Register register;
    @Autowired private Registrations registrations;
    @Autowired private TransactionTemplate transaction;

    @TempDir private Path folder;

    @BeforeEach
    void aRegister() {
        append(Samples.registered());
    }

    @Test
    void knowsTheWholeRegisterFromItsBeginning() throws IOException {
        try (SearchIndex index = index()) {
            assertThat(documents(index)).isEqualTo(registered());
        }
    }

    @Test
    void findsWhatAnyInstanceRegisteredAtOnce() throws IOException {
        try (SearchIndex one = index();
                SearchIndex beside = index()) {
            int before = documents(one);
            assertThat(documents(beside)).isEqualTo(before);
            append(Samples.registered());
            assertThat(documents(one)).isEqualTo(before + 1);
            assertThat(documents(beside)).isEqualTo(before + 1);
        }
    }

    @Test
    void whatIsRolledBackIsNeverFound() throws IOException {
        try (SearchIndex index = index()) {
            int before = documents(index);
            transaction.executeWithoutResult(undone -> {
                register.append(Samples.registered());
                undone.setRollbackOnly();
                assertThat(documents(index)).isEqualTo(before);
            });
            assertThat(documents(index)).isEqualTo(before);
        }
    }

    @Test
    void goesOnWhereItWasClosed() throws IOException {
        try (SearchIndex index = index()) {
            documents(index);
        }
        append(Samples.registered());
        try (SearchIndex again = index()) {
            assertThat(documents(again)).isEqualTo(registered());
        }
    }

    @Test
    void isMadeAnewWhenItsFilesAreOfAnotherRegister() throws IOException {
        try (SearchIndex index = index()) {
            documents(index);
        }
        // As after the folder came along from another machine.
        var other =
                new Registrations(jdbc) {
                    @Override
                    String leaf(long entry) {
                        return "of another register";
                    }
                };
        try (SearchIndex index = new SearchIndex(other, folder)) {
            assertThat(documents(index)).isEqualTo(registered());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "rubbish, and more of it than a footer is long"})
    void isMadeAnewWhenItsFilesAreBroken(String rubbish) throws IOException {
        try (SearchIndex index = index()) {
            documents(index);
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (file.getFileName().toString().startsWith("segments")) {
                    Files.writeString(file, rubbish);
                }
            }
        }
        try (SearchIndex again = index()) {
            assertThat(documents(again)).isEqualTo(registered());
        }
    }

    private SearchIndex index() {
        return new SearchIndex(registrations, folder);
    }

    private static int documents(SearchIndex index) {
        return index.ask(searcher -> searcher.getIndexReader().numDocs());
    }

    private int registered() {
        return jdbc.sql("select count(*) from register.registration").query(Integer.class).single();
    }

    private void append(Entry entry) {
        transaction.executeWithoutResult(_ -> register.append(entry));
    }
}
