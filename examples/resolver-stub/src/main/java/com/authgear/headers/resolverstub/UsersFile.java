package com.authgear.headers.resolverstub;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.MutableCoercionConfig;
import tools.jackson.databind.json.JsonMapper;

/** Reads a table of users, strictly: a typing error must not become a user with fewer properties than meant. */
final class UsersFile {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfigDefaults(UsersFile::refuse)
            .changeDefaultNullHandling(nulls -> JsonSetter.Value.construct(Nulls.FAIL, Nulls.FAIL))
            .changeDefaultVisibility(visibility -> visibility.withVisibility(PropertyAccessor.FIELD, Visibility.ANY))
            .build();

    private final String fileName;

    UsersFile(String fileName) {
        this.fileName = fileName;
    }

    private static void refuse(MutableCoercionConfig config) {
        for (CoercionInputShape shape : CoercionInputShape.values()) {
            config.setCoercion(shape, CoercionAction.Fail);
        }
    }

    Map<String, StubUser> read(byte[] json) {
        Map<String, StubUser> users = new LinkedHashMap<>();
        Instant now = Instant.now();
        parse(json).forEach((name, entry) -> users.put(name, user(name, entry, now)));
        if (users.isEmpty()) {
            throw refusal("there are no users in it");
        }
        return users;
    }

    private Map<String, UserEntry> parse(byte[] json) {
        try {
            return nonNull(MAPPER.readValue(json, new TypeReference<LinkedHashMap<String, UserEntry>>() {}));
        } catch (JacksonException e) {
            throw refusal(JsonProblem.describe(e));
        }
    }

    /** The parser makes null of a file that says so. */
    private Map<String, UserEntry> nonNull(@Nullable Map<String, UserEntry> entries) {
        if (entries == null) {
            throw refusal("must be an object");
        }
        return entries;
    }

    private StubUser user(String name, UserEntry entry, Instant now) {
        if (!UserTable.isName(name)) {
            throw refusal("user \"" + name + "\": the name may have 1 to 128 of A-Za-z0-9._~:@- only");
        }
        try {
            return entry.toUser(name, now);
        } catch (IllegalArgumentException e) {
            throw refusal("user \"" + name + "\": " + e.getMessage());
        }
    }

    /** One line, whatever stands in the file. */
    private IllegalArgumentException refusal(String problem) {
        return new IllegalArgumentException((fileName + ": " + problem).replaceAll("\\p{Cntrl}+", " "));
    }
}
