package org.hoshimori.platform.scheme;

import java.nio.charset.StandardCharsets;
import org.hoshimori.platform.web.Frame;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// The schemes for programs: what `hoshimori schemes --json` prints.
@RestController
class SchemesApi {

    private final Editions editions;

    SchemesApi(Editions editions) {
        this.editions = editions;
    }

    @GetMapping("/api/v1/schemes")
    ResponseEntity<String> all(Frame frame) {
        String json = editions.schemes().json(frame.language().locale());
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noCache().cachePrivate())
                .varyBy(HttpHeaders.ACCEPT_LANGUAGE)
                .eTag(DigestUtils.md5DigestAsHex(json.getBytes(StandardCharsets.UTF_8)))
                .body(json);
    }
}
