package org.hoshimori.probe.fleet;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// The fleet's list with its ground truth.
public final class Hosts {

    private Hosts() {}

    public static List<Host> all() {
        try (InputStream in = Hosts.class.getResourceAsStream("/fleet/fleet.yaml")) {
            Map<?, ?> file =
                    (Map<?, ?>)
                            new Load(LoadSettings.builder().build())
                                    .loadFromInputStream(Objects.requireNonNull(in));
            List<Host> hosts = new ArrayList<>();
            for (Object item : (List<?>) file.get("hosts")) {
                Map<?, ?> map = (Map<?, ?>) item;
                Map<String, Object> settings = new HashMap<>();
                map.forEach((key, value) -> settings.put(String.valueOf(key), value));
                List<String> truth =
                        ((List<?>) map.get("fails")).stream().map(String::valueOf).toList();
                String id = String.valueOf(map.get("id"));
                if (hosts.stream().anyMatch(host -> host.id().equals(id))) {
                    throw new IllegalStateException("two hosts are called " + id);
                }
                hosts.add(new Host(id, String.valueOf(map.get("kind")), settings, truth));
            }
            return hosts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
