package com.authgear.headers.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class ResponseReaderTests {
    @Test
    void statusLineIsRead() throws IOException {
        assertThat(read("HTTP/1.1 401 \r\nContent-Length: 0\r\n\r\n").status()).isEqualTo(401);
    }

    @Test
    void answerOfHttp09IsNoAnswer() {
        assertThatExceptionOfType(ProtocolException.class)
                .isThrownBy(() -> read("<!doctype html><html lang=\"en\"><head></head></html>\r\n"));
    }

    private static RawResponse read(String answer) throws IOException {
        return new ResponseReader(new ByteArrayInputStream(answer.getBytes(StandardCharsets.ISO_8859_1))).read("GET");
    }
}
