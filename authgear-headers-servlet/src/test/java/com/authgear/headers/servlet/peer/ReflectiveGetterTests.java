package com.authgear.headers.servlet.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

final class ReflectiveGetterTests {
    private static final String BASE = "com.authgear.headers.servlet.peer.ReflectiveGetterTests$Base";

    /** Public, with the wanted method and similar ones. */
    public static class Base {
        public String name() {
            return "base";
        }

        public String name(String ignored) {
            return "not this one";
        }

        public String other() {
            return "nor this one";
        }

        public String failing() {
            throw new IllegalStateException("no");
        }
    }

    private static final class Derived extends Base {}

    private record Answer(String call) implements Callable<String> {}

    @Test
    void methodOfTheTypeIsCalled() {
        assertThat(new ReflectiveGetter("name", BASE).on(new Base())).isEqualTo("base");
    }

    @Test
    void methodOfAnInheritedTypeIsCalledThoughTheClassIsHidden() {
        assertThat(new ReflectiveGetter("name", BASE).on(new Derived())).isEqualTo("base");
        assertThat(new ReflectiveGetter("call", Callable.class.getName()).on(new Answer("interface")))
                .isEqualTo("interface");
    }

    @Test
    void methodOfAnyOfTheTypesIsCalled() {
        assertThat(new ReflectiveGetter("name", "no.such.Type", BASE).on(new Base()))
                .isEqualTo("base");
    }

    @Test
    void anotherTypeWithSuchAMethodIsNotAsked() {
        assertThat(new ReflectiveGetter("name", "no.such.Type").on(new Base())).isNull();
        assertThat(new ReflectiveGetter("toString", BASE).on("text")).isNull();
    }

    @Test
    void methodThatIsMissingOrFailsAnswersNothing() {
        assertThat(new ReflectiveGetter("missing", BASE).on(new Base())).isNull();
        assertThat(new ReflectiveGetter("failing", BASE).on(new Base())).isNull();
        assertThat(new ReflectiveGetter("name", BASE).on(null)).isNull();
    }
}
