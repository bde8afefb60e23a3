package org.hoshimori.platform.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hoshimori.platform.PlatformTests;
import org.hoshimori.platform.web.Language;
import org.hoshimori.platform.web.Words;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.ActiveProfiles;

@ActiveProfiles("demo")
class PlayTests extends PlatformTests {

    @Autowired private Words words;

    @Test
    void theTrailHasWordsForEverythingThatTheSampleNationDoes() {
        List<String> names =
                jdbc.sql(
                                """
                                select 'trail.' || what from trail.line where organisation is not null
                                union
                                select 'trail.detail.' || name
                                from trail.line, json_object_keys(details::json) as name
                                where organisation is not null
                                """)
                        .query(String.class)
                        .list();
        assertThat(names)
                .hasSizeGreaterThan(20)
                .allMatch(name -> words.has(Language.JA, name))
                .allMatch(name -> words.has(Language.EN, name));
    }
}
