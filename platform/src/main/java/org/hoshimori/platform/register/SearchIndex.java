package org.hoshimori.platform.register;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// The index that the public search asks: made from the register alone, kept in a folder of this
/// instance, and made anew whenever it does not fit (ADR 0013).
///
/// Before every search it takes over what was appended since, so what is registered is found at
/// once, on every instance.
@Component
class SearchIndex implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SearchIndex.class);

    /// Of the documents' fields: another form makes the index anew.
    private static final String FORM = "1";

    private static final int STEP = 5000;
    private static final int MOST_INSTANCES = 16;
    private static final long UNSAVED_AT_MOST = 10_000;
    private static final double BUFFER_MEGABYTES = 16;

    private final Registrations registrations;
    private final Path folder;
    private @Nullable IndexWriter writer;
    private @Nullable SearcherManager searchers;

    /// The first entry that the index does not know, and the first that its files do not.
    private volatile long next;

    private long saved;

    SearchIndex(Registrations registrations, @Value("${hoshimori.data}/search") Path folder) {
        this.registrations = registrations;
        this.folder = folder;
    }

    /// What is asked of a searcher.
    interface Question<T> {
        T ask(IndexSearcher searcher) throws IOException;
    }

    /// Asks the register as it stands now.
    ///
    /// @throws UncheckedIOException when the folder cannot be read or written
    <T> T ask(Question<T> question) {
        try {
            SearcherManager open = upToDate();
            IndexSearcher searcher = open.acquire();
            try {
                return question.ask(searcher);
            } finally {
                open.release(searcher);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the index of the search in " + folder, e);
        }
    }

    private SearcherManager upToDate() throws IOException {
        long size = registrations.size();
        SearcherManager open = searchers;
        return open != null && next >= size ? open : takeOver(size);
    }

    private synchronized SearcherManager takeOver(long size) throws IOException {
        IndexWriter to = writer == null ? open() : writer;
        SearcherManager open = java.util.Objects.requireNonNull(searchers);
        if (next < size) {
            List<Registration> changed;
            long from = next;
            do {
                changed = registrations.from(from, STEP);
                for (Registration each : changed) {
                    to.updateDocument(
                            new Term(Indexed.CERTIFICATE, each.certificate()),
                            Indexed.document(each));
                    from = each.entry() + 1;
                }
            } while (changed.size() == STEP);
            open.maybeRefreshBlocking();
            next = Math.max(size, from);
            if (next - saved >= UNSAVED_AT_MOST) {
                save(to);
            }
        }
        return open;
    }

    /// Opens the first folder that no other instance writes to: instances may share their files.
    private IndexWriter open() throws IOException {
        for (int number = 1; number < MOST_INSTANCES; number++) {
            try {
                return open(folder.resolve(Integer.toString(number)));
            } catch (LockObtainFailedException e) {
                LOG.info("another instance writes to {}/{}", folder, number);
            }
        }
        return open(folder.resolve(Integer.toString(MOST_INSTANCES)));
    }

    private IndexWriter open(Path own) throws IOException {
        Files.createDirectories(own);
        FSDirectory directory = FSDirectory.open(own);
        // Nobody else's files are read, let alone deleted.
        directory.obtainLock(IndexWriter.WRITE_LOCK_NAME).close();
        next = known(directory);
        if (next == 0) {
            // A writer would read even the files that it replaces.
            for (String file : directory.listAll()) {
                if (!file.equals(IndexWriter.WRITE_LOCK_NAME)) {
                    directory.deleteFile(file);
                }
            }
        }
        saved = next;
        IndexWriter opened =
                new IndexWriter(
                        directory,
                        new IndexWriterConfig(Indexed.ANALYZER)
                                .setRAMBufferSizeMB(BUFFER_MEGABYTES)
                                .setOpenMode(IndexWriterConfig.OpenMode.CREATE_OR_APPEND));
        writer = opened;
        searchers = new SearcherManager(opened, null);
        return opened;
    }

    /// How far the files know this register; 0 when they know another one, or none.
    private long known(FSDirectory directory) {
        try {
            if (!DirectoryReader.indexExists(directory)) {
                return 0;
            }
            try (DirectoryReader reader = DirectoryReader.open(directory)) {
                Map<String, String> data = reader.getIndexCommit().getUserData();
                long known = Long.parseLong(data.getOrDefault("next", "0"));
                boolean same =
                        FORM.equals(data.get("form"))
                                && known > 0
                                && registrations.leaf(known - 1).equals(data.get("leaf"));
                return same ? known : 0;
            }
        } catch (CorruptIndexException
                | IndexFormatTooOldException
                | IndexFormatTooNewException
                | EOFException
                | NoSuchFileException e) {
            LOG.warn(
                    "the index of the search in {} cannot be read and is made anew: {}",
                    folder,
                    e.getMessage());
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException("the index of the search in " + folder, e);
        }
    }

    private void save(IndexWriter to) throws IOException {
        to.setLiveCommitData(
                Map.of(
                                "form",
                                FORM,
                                "next",
                                Long.toString(next),
                                "leaf",
                                registrations.leaf(next - 1))
                        .entrySet());
        to.commit();
        saved = next;
    }

    @Override
    public synchronized void close() throws IOException {
        IndexWriter open = writer;
        if (open == null) {
            return;
        }
        if (next > saved) {
            save(open);
        }
        java.util.Objects.requireNonNull(searchers).close();
        open.close();
        open.getDirectory().close();
        writer = null;
        searchers = null;
    }
}
