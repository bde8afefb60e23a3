package org.hoshimori.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A visitor over real HTTP that accepts gzip, as browsers do.
final class Client implements AutoCloseable {

    private static final Pattern TOKEN = Pattern.compile("name=\"csrf\" content=\"([^\"]*)\"");

    private final String home;
    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
                    .build();
    private String token = "";

    Client(String home) {
        this.home = home;
    }

    /// The page as text; remembers its form token.
    String page(String path) {
        String body =
                send(
                        HttpRequest.newBuilder(URI.create(home + path)),
                        HttpResponse.BodyHandlers.ofString());
        Matcher found = TOKEN.matcher(body);
        if (found.find()) {
            token = found.group(1);
        }
        return body;
    }

    /// The size of the compressed page.
    long get(String path) {
        return send(
                        HttpRequest.newBuilder(URI.create(home + path))
                                .header("Accept-Encoding", "gzip"),
                        HttpResponse.BodyHandlers.ofByteArray())
                .length;
    }

    /// Sends a form as htmx does; returns the answer.
    String post(String path, Map<String, String> fields) {
        return send(
                form(path, fields).header("HX-Request", "true"),
                HttpResponse.BodyHandlers.ofString());
    }

    /// Sends a form as a page without script does; returns the path it leads to.
    String followed(String path, Map<String, String> fields) {
        HttpResponse<String> answer =
                answer(form(path, fields), HttpResponse.BodyHandlers.ofString());
        return URI.create(answer.headers().firstValue("Location").orElseThrow()).getPath();
    }

    private HttpRequest.Builder form(String path, Map<String, String> fields) {
        String form =
                fields.entrySet().stream()
                        .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                        .collect(Collectors.joining("&"));
        return HttpRequest.newBuilder(URI.create(home + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-CSRF-TOKEN", token)
                .POST(HttpRequest.BodyPublishers.ofString(form));
    }

    private <T> T send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
        return answer(request, handler).body();
    }

    private <T> HttpResponse<T> answer(
            HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
        try {
            HttpResponse<T> response = client.send(request.build(), handler);
            if (response.statusCode() >= 400) {
                throw new IllegalStateException(
                        response.uri()
                                + " answered "
                                + response.statusCode()
                                + ": "
                                + response.body());
            }
            return response;
        } catch (IOException e) {
            throw new IllegalStateException("no answer from " + home, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        client.close();
    }
}
