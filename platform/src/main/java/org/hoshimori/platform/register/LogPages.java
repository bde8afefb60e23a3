package org.hoshimori.platform.register;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.hoshimori.log.Bundle;
import org.hoshimori.log.Parsed;
import org.hoshimori.log.SignedCheckpoint;
import org.hoshimori.log.Tile;
import org.hoshimori.platform.web.NotFound;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// The register for auditors' programs: C2SP tlog-tiles, the verifier key, and the whole as one
/// dump.
@Controller
class LogPages {

    private static final MediaType TEXT = MediaType.parseMediaType("text/plain;charset=UTF-8");

    /// A tile never changes: what is not there yet has another name.
    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private static final int BUFFER = 1 << 16;

    private final Register register;
    private final Ledger ledger;

    LogPages(Register register, Ledger ledger) {
        this.register = register;
        this.ledger = ledger;
    }

    @GetMapping("/register/log/checkpoint")
    ResponseEntity<String> checkpoint() {
        SignedCheckpoint checkpoint = register.checkpoint();
        return ResponseEntity.ok()
                .contentType(TEXT)
                .cacheControl(CacheControl.noCache())
                .eTag("\"" + checkpoint.head().size() + "\"")
                .body(checkpoint.encoded());
    }

    @GetMapping("/register/log/key")
    ResponseEntity<String> key() {
        return ResponseEntity.ok()
                .contentType(TEXT)
                .cacheControl(CacheControl.noCache())
                .body(register.key().text() + "\n");
    }

    @GetMapping("/register/log/tile/{*path}")
    ResponseEntity<byte[]> tile(@PathVariable String path) {
        byte[] bytes =
                tileOrBundle("tile" + path, register.checkpoint().head().size())
                        .orElseThrow(NotFound::new);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .cacheControl(FOR_EVER)
                .body(bytes);
    }

    /// Written entry by entry: a dump of a nation needs no memory here.
    @GetMapping("/register/log/dump")
    void dump(HttpServletResponse response) throws IOException {
        response.setContentType(TEXT.toString());
        response.setHeader("Cache-Control", "no-cache");
        response.setHeader("Content-Disposition", "attachment; filename=\"register.dump\"");
        OutputStream out = new BufferedOutputStream(response.getOutputStream(), BUFFER);
        register.dump(out);
        out.flush();
    }

    private Optional<byte[]> tileOrBundle(String path, long size) {
        if (Bundle.parse(path) instanceof Parsed.Read<Bundle>(Bundle bundle)) {
            return bundle.within(size) ? Optional.of(entries(bundle)) : Optional.empty();
        }
        return switch (Tile.parse(path)) {
            case Parsed.Read<Tile>(Tile tile) when tile.within(size) ->
                    Optional.of(Tile.encode(ledger.read(tile)));
            case Parsed.Read<Tile> _ -> Optional.empty();
            case Parsed.Malformed<Tile> _ -> Optional.empty();
        };
    }

    private byte[] entries(Bundle bundle) {
        long first = bundle.index() * Tile.FULL;
        List<byte[]> entries =
                ledger.lines(first, first + bundle.width()).stream()
                        .map(line -> line.content().getBytes(StandardCharsets.UTF_8))
                        .toList();
        return Bundle.encode(entries);
    }
}
