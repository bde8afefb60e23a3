package org.hoshimori.probe.reach;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/// One TCP connection with a deadline for everything on it and a bound on what is read: a server
/// that drips, never ends or never speaks costs exactly that much.
public final class Wire implements AutoCloseable {

    /// The most bytes read from one connection.
    static final int MOST = 4 << 20;

    private final Socket socket;
    private final long deadline;
    private final Runnable closed;
    private final AtomicBoolean open = new AtomicBoolean(true);
    private long read;

    private Wire(Socket socket, long deadline, Runnable closed) {
        this.socket = socket;
        this.deadline = deadline;
        this.closed = closed;
    }

    /// @param closed is run once, when the connection is closed
    static Wire open(InetAddress address, int port, int millis, Runnable closed)
            throws IOException {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        Socket socket = new Socket();
        Looker.holds(socket);
        try {
            socket.setTcpNoDelay(true);
            socket.connect(new InetSocketAddress(address, port), millis);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
        return new Wire(socket, deadline, closed);
    }

    /// The connection itself, for a TLS layer on top; its reads are bounded by [#patience].
    public Socket socket() throws IOException {
        patience();
        return socket;
    }

    /// Sets the time that is left, in milliseconds, as the bound of the next read.
    public int patience() throws IOException {
        long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        if (left <= 0) {
            throw new SocketTimeoutException("the time for this connection is over");
        }
        socket.setSoTimeout((int) left);
        return (int) left;
    }

    public void write(byte[] bytes) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(bytes);
        out.flush();
    }

    /// Reads what is there, at least one byte; -1 at the end.
    public int read(byte[] into, int from, int most) throws IOException {
        patience();
        InputStream in = socket.getInputStream();
        int count = in.read(into, from, most);
        read += Math.max(0, count);
        if (read > MOST) {
            throw new IOException("more than " + MOST + " bytes on one connection");
        }
        return count;
    }

    /// Reads exactly this many bytes.
    public byte[] exactly(int count) throws IOException {
        byte[] bytes = new byte[count];
        int at = 0;
        while (at < count) {
            int more = read(bytes, at, count - at);
            if (more < 0) {
                throw new EOFException("closed after " + at + " of " + count + " bytes");
            }
            at += more;
        }
        return bytes;
    }

    /// Reads whatever comes within this time, up to `most` bytes; empty when the server waits for
    /// us.
    public byte[] greeting(int millis, int most) throws IOException {
        byte[] bytes = new byte[most];
        int left = patience();
        socket.setSoTimeout(Math.min(left, millis));
        try {
            int count = socket.getInputStream().read(bytes);
            return java.util.Arrays.copyOf(bytes, Math.max(0, count));
        } catch (SocketTimeoutException e) {
            return new byte[0];
        }
    }

    /// Reads one line of at most `most` bytes, without its line break.
    public String line(int most) throws IOException {
        StringBuilder line = new StringBuilder();
        byte[] one = new byte[1];
        while (line.length() <= most) {
            if (read(one, 0, 1) < 0) {
                throw new EOFException("closed in the middle of a line");
            }
            if (one[0] == '\n') {
                int end = line.length();
                return end > 0 && line.charAt(end - 1) == '\r'
                        ? line.substring(0, end - 1)
                        : line.toString();
            }
            line.append((char) (one[0] & 0xff));
        }
        throw new IOException("a line of more than " + most + " bytes");
    }

    @Override
    public void close() {
        if (open.compareAndSet(true, false)) {
            closed.run();
        }
        try {
            socket.close();
        } catch (IOException e) {
            // Nothing is lost: all that was wanted has been read.
            return;
        }
    }
}
