package org.hoshimori.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.hoshimori.platform.Town.Who;

/// A row of `doors.txt`: a route, what is sent to it, and what becomes of everybody who tries.
///
/// @param address with names of the town's things in braces
/// @param outcomes one for each [Who], in their order
/// @param body of a form; `@name content` for an uploaded file
record Door(String method, String address, List<String> outcomes, String body) {

    private static final String BOUNDARY = "----door";

    static List<Door> table() {
        try (InputStream table = Door.class.getResourceAsStream("/doors.txt")) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Door::row)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Door row(String line) {
        String[] parts = line.split("\\|");
        String[] route = parts[0].strip().split("\\s+", 2);
        String cells = String.join(" ", Arrays.asList(parts).subList(1, 7));
        return new Door(
                route[0],
                route[1].strip(),
                List.of(cells.strip().split("\\s+")),
                parts.length > 7 ? parts[7].strip() : "");
    }

    Door at(String otherAddress) {
        return new Door(method, otherAddress, outcomes, body);
    }

    Door sending(String otherBody) {
        return new Door(method, address, outcomes, otherBody);
    }

    boolean changes() {
        return !method.equals("GET");
    }

    /// The route, alike for a row and for Spring's pattern: `GET /companies/{}`.
    static String route(String method, String pattern) {
        return method
                + " "
                + pattern.replaceFirst("\\?.*", "").replaceAll("\\{(?:[^{}]|\\{[^{}]*})*}", "{}");
    }

    String route() {
        return route(method, address);
    }

    /// Tries the door.
    ///
    /// @param formToken what to send with a form
    HttpResponse<String> knock(Town town, Who who, UnaryOperator<String> formToken) {
        Visit visit = town.visit(who);
        HttpRequest.Builder request = HttpRequest.newBuilder(visit.at(town.filled(address, who)));
        if (!changes()) {
            return visit.send(request.GET());
        }
        String sent = town.filled(body, who);
        String type = "application/x-www-form-urlencoded";
        if (sent.startsWith("@")) {
            String[] file = sent.substring(1).split(" ", 2);
            type = "multipart/form-data; boundary=" + BOUNDARY;
            sent =
                    "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n\r\n%s\r\n--%s--\r\n"
                            .formatted(BOUNDARY, file[0], file[1], BOUNDARY);
        }
        String token = formToken.apply(visit.token());
        if (!token.isEmpty()) {
            request.header("X-CSRF-TOKEN", token);
        }
        return visit.send(
                request.header("Content-Type", type)
                        .method(method, HttpRequest.BodyPublishers.ofString(sent)));
    }

    /// The word of the table for an answer.
    static String outcome(HttpResponse<String> answer) {
        String to = answer.headers().firstValue("Location").orElse("");
        if (to.matches("(http://[^/]*)?/sign-in(\\?.*)?")) {
            return "in";
        }
        return switch (answer.statusCode()) {
            // What is wrong with a harmless body is told to those who came in only.
            case 200, 201, 302, 303, 409, 410, 422 -> "ok";
            default -> Integer.toString(answer.statusCode());
        };
    }

    /// The row as it stands in the table, with other outcomes.
    String with(List<String> found) {
        var line = new StringBuilder("%-4s %-77s".formatted(method, address));
        int[] groups = {2, 6, 10, 11, 14, 15};
        int from = 0;
        for (int to : groups) {
            line.append(" |");
            found.subList(from, to).forEach(cell -> line.append(" %-3s".formatted(cell)));
            from = to;
        }
        return body.isEmpty() ? line.toString().stripTrailing() : line + " | " + body;
    }
}
