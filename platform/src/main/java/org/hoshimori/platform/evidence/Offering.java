package org.hoshimori.platform.evidence;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/// What the form of `evidence/add.jte` sends: any of files, a link and a statement. A controller of
/// any module takes it as a parameter and hands it to [EvidenceRoom#add].
public record Offering(
        List<MultipartFile> files,
        String linkTitle,
        String link,
        String statementTitle,
        String statement) {

    public Offering(
            @Nullable List<MultipartFile> files,
            @Nullable String linkTitle,
            @Nullable String link,
            @Nullable String statementTitle,
            @Nullable String statement) {
        this.files =
                files == null
                        ? List.of()
                        : files.stream().filter(file -> file != null && !nameless(file)).toList();
        this.linkTitle = Objects.requireNonNullElse(linkTitle, "").strip();
        this.link = Objects.requireNonNullElse(link, "").strip();
        this.statementTitle = Objects.requireNonNullElse(statementTitle, "").strip();
        this.statement = Objects.requireNonNullElse(statement, "").strip();
    }

    /// An untouched file field arrives as a file without name and content.
    private static boolean nameless(MultipartFile file) {
        return file.isEmpty()
                && Objects.requireNonNullElse(file.getOriginalFilename(), "").isEmpty();
    }

    public boolean isEmpty() {
        return files.isEmpty() && link.isEmpty() && statement.isEmpty();
    }
}
