package com.authgear.headers.attacksuite;

import com.authgear.headers.harness.RawRequest;
import com.authgear.headers.harness.RawResponse;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** An HTTP/2 connection without TLS that sends any fields unchanged, one request after another. */
final class Http2Connection implements AutoCloseable {
    private static final String PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";

    private final Socket socket;
    private final DataInputStream in;
    private final DataOutputStream out;
    private final Http2Fields fields = new Http2Fields();
    private final Map<Integer, Http2Answer> answers = new HashMap<>();
    private int nextStream;

    private Http2Connection(Socket socket, int nextStream) throws IOException {
        this.socket = socket;
        this.nextStream = nextStream;
        in = new DataInputStream(socket.getInputStream());
        out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()));
        out.write(PREFACE.getBytes(StandardCharsets.US_ASCII));
        write(new Http2Frame(Http2Frame.SETTINGS, 0, 0, new byte[0]));
    }

    /** Opens the connection with prior knowledge, without an upgrade. */
    static Http2Connection open(Socket socket) throws IOException {
        return new Http2Connection(socket, 1);
    }

    /** Behind an answer of 101; stream 1 brings the answer to the request that asked for the upgrade. */
    static Http2Connection upgraded(Socket socket) throws IOException {
        return new Http2Connection(socket, 3);
    }

    /** The answer, or none where the server gives up the stream or the connection. Its body is not sent. */
    Optional<RawResponse> send(RawRequest request) {
        try {
            return read(start(request, Http2Frame.END_STREAM));
        } catch (IOException hungUp) {
            return Optional.empty();
        }
    }

    /** The stream of a request whose body is still to come. */
    int start(RawRequest request) throws IOException {
        return start(request, 0);
    }

    /** The whole body, in one frame. */
    void end(int stream, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.ISO_8859_1);
        write(new Http2Frame(Http2Frame.DATA, Http2Frame.END_STREAM, stream, bytes));
    }

    private int start(RawRequest request, int flags) throws IOException {
        int stream = nextStream;
        nextStream += 2;
        writeHeaders(stream, flags, Http2Fields.encode(request));
        return stream;
    }

    /** Frames of other streams that arrive meanwhile are kept for those. */
    Optional<RawResponse> read(int stream) throws IOException {
        Http2Answer answer = answer(stream);
        while (!answer.hasEnded()) {
            Http2Frame frame = Http2Frame.read(in);
            Optional<Http2Frame> acknowledgement = frame.acknowledgement();
            if (acknowledgement.isPresent()) {
                write(acknowledgement.get());
            }
            answer(frame.stream() == 0 ? stream : frame.stream()).add(frame);
        }
        return answer.response();
    }

    private Http2Answer answer(int stream) {
        return answers.computeIfAbsent(stream, number -> new Http2Answer(number, fields));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void writeHeaders(int stream, int ofTheFirst, byte[] block) throws IOException {
        int type = Http2Frame.HEADERS;
        int flags = ofTheFirst;
        int from = 0;
        for (int left = block.length; left > Http2Frame.LARGEST; left -= Http2Frame.LARGEST) {
            write(new Http2Frame(type, flags, stream, Arrays.copyOfRange(block, from, from + Http2Frame.LARGEST)));
            type = Http2Frame.CONTINUATION;
            flags = 0;
            from += Http2Frame.LARGEST;
        }
        write(new Http2Frame(
                type, flags | Http2Frame.END_HEADERS, stream, Arrays.copyOfRange(block, from, block.length)));
    }

    private void write(Http2Frame frame) throws IOException {
        frame.write(out);
        out.flush();
    }
}
