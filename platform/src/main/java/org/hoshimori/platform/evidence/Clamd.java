package org.hoshimori.platform.evidence;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;

/// Asks a ClamAV daemon: `INSTREAM` of clamd(8), chunks with their length before them, a length of
/// zero at the end.
@Component
class Clamd {

    private static final int CHUNK = 64 * 1024;
    private static final int LONGEST_ANSWER = 4096;

    private final ScannerSettings settings;

    Clamd(ScannerSettings settings) {
        this.settings = settings;
    }

    boolean on() {
        return settings.on();
    }

    Scan scan(InputStream content) {
        if (!settings.on()) {
            return new Scan.Off();
        }
        int timeout = Math.toIntExact(settings.timeout().toMillis());
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(settings.host(), settings.port()), timeout);
            socket.setSoTimeout(timeout);
            send(content, new DataOutputStream(new BufferedOutputStream(socket.getOutputStream())));
            return read(answer(socket.getInputStream()));
        } catch (IOException e) {
            return new Scan.Unreachable(String.valueOf(e.getMessage()));
        }
    }

    private static void send(InputStream content, DataOutputStream out) throws IOException {
        out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
        var buffer = new byte[CHUNK];
        for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
            if (read > 0) {
                out.writeInt(read);
                out.write(buffer, 0, read);
            }
        }
        out.writeInt(0);
        out.flush();
    }

    private static String answer(InputStream in) throws IOException {
        var text = new StringBuilder();
        for (int c = in.read(); c > 0 && text.length() < LONGEST_ANSWER; c = in.read()) {
            text.append((char) c);
        }
        return text.toString().strip();
    }

    private static Scan read(String answer) {
        if (answer.equals("stream: OK")) {
            return new Scan.Clean();
        }
        return answer.startsWith("stream: ") && answer.endsWith(" FOUND")
                ? new Scan.Infected(
                        answer.substring("stream: ".length(), answer.length() - " FOUND".length()))
                : new Scan.Unreachable(answer);
    }
}
