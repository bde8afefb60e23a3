package org.hoshimori.probe.fleet;

import java.util.List;
import java.util.Map;

/// One host of the fleet, as `fleet.yaml` describes it.
///
/// @param kind `tls`, `starttls`, `hello`, `raw`, `domain`
/// @param settings how it is misconfigured
/// @param truth the rules that it fails; all other rules of its checks it passes
public record Host(String id, String kind, Map<String, Object> settings, List<String> truth) {

    public String word(String name, String otherwise) {
        Object value = settings.get(name);
        return value == null ? otherwise : value.toString();
    }

    /// How the probe is told to look at it.
    ///
    /// @param port where it was raised, unless it is a domain
    public String target(int port) {
        String service = word("service", "");
        return kind.equals("domain")
                ? id
                : (service.isEmpty() ? "" : service + "://")
                        + word("name", "127.0.0.1")
                        + ":"
                        + port;
    }

    public List<String> words(String name) {
        Object value = settings.get(name);
        return value instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }
}
