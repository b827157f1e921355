package com.authgear.headers.consumer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Target;
import java.lang.module.ModuleDescriptor.Exports;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The signatures that users of a module can see, a line each. */
final class Surface {
    private static final int VISIBLE = Modifier.PUBLIC | Modifier.PROTECTED;
    private static final String CLASS = ".class";

    private Surface() {}

    /** The signatures of the module that a class comes from, whether or not it was loaded as a module. */
    static List<String> of(Class<?> member) {
        ModuleReference module =
                ModuleFinder.of(location(member)).findAll().iterator().next();
        Set<String> exported = module.descriptor().exports().stream()
                .filter(exports -> !exports.isQualified())
                .map(Exports::source)
                .collect(Collectors.toUnmodifiableSet());
        return classes(module).stream()
                .map(name -> load(name, member))
                .filter(type -> exported.contains(type.getPackageName()) && isVisible(type))
                .flatMap(Surface::lines)
                .toList();
    }

    private static Path location(Class<?> member) {
        return Path.of(URI.create(
                member.getProtectionDomain().getCodeSource().getLocation().toString()));
    }

    private static Class<?> load(String name, Class<?> neighbour) {
        try {
            return Class.forName(name, false, neighbour.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> classes(ModuleReference module) {
        try (ModuleReader reader = module.open()) {
            return reader.list()
                    .filter(file -> file.endsWith(CLASS) && !file.endsWith("-info.class"))
                    .map(file ->
                            file.substring(0, file.length() - CLASS.length()).replace('/', '.'))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isVisible(Class<?> type) {
        return (type.getModifiers() & VISIBLE) != 0
                && (type.getDeclaringClass() == null || isVisible(type.getDeclaringClass()));
    }

    private static Stream<String> lines(Class<?> type) {
        return Stream.concat(
                Stream.of(head(type)),
                Stream.of(
                                type.getDeclaredFields(),
                                type.getDeclaredConstructors(),
                                type.getDeclaredMethods(),
                                hidden(type))
                        .flatMap(Arrays::stream)
                        .map(Surface::line)
                        .filter(line -> !line.isEmpty())
                        .map(line -> "  " + line)
                        .sorted());
    }

    /** The methods that a type inherits from types that users cannot see. */
    private static Method[] hidden(Class<?> type) {
        return Arrays.stream(type.getMethods())
                .filter(method -> method.getDeclaringClass() != type && !isVisible(method.getDeclaringClass()))
                .toArray(Method[]::new);
    }

    private static String head(Class<?> type) {
        return kind(type)
                + Stream.concat(
                                Stream.ofNullable(type.getGenericSuperclass()),
                                Arrays.stream(type.getGenericInterfaces()))
                        .map(Type::getTypeName)
                        .sorted()
                        .collect(Collectors.joining(", ", " : ", targets(type)));
    }

    /** Not {@code toGenericString}, whose form depends on the JDK. */
    private static String kind(Class<?> type) {
        String sealed = type.isSealed() ? "sealed " : "";
        String kind = type.isInterface() ? "" : type.isEnum() ? "enum " : type.isRecord() ? "record " : "class ";
        String variables = Arrays.stream(type.getTypeParameters())
                .map(variable -> variable + " extends " + Arrays.toString(variable.getBounds()))
                .collect(Collectors.joining(", ", "<", ">"));
        return Modifier.toString(type.getModifiers()) + " " + sealed + kind + type.getName()
                + (variables.equals("<>") ? "" : variables);
    }

    /** The targets of an annotation. */
    private static String targets(Class<?> type) {
        Target target = type.getAnnotation(Target.class);
        return target == null ? "" : " on " + Arrays.toString(target.value());
    }

    /** Empty for what users cannot see. */
    private static String line(AccessibleObject member) {
        if (member instanceof Field field) {
            return (field.getModifiers() & VISIBLE) == 0 || field.isSynthetic() ? "" : field.toGenericString();
        }
        if (member instanceof Constructor<?> constructor) {
            return (constructor.getModifiers() & VISIBLE) == 0 || constructor.isSynthetic()
                    ? ""
                    : constructor.toGenericString();
        }
        Method method = (Method) member;
        Object value = method.getDefaultValue();
        return (method.getModifiers() & VISIBLE) == 0 || method.isSynthetic()
                ? ""
                : method.toGenericString() + (value == null ? "" : " default " + text(value));
    }

    private static String text(Object value) {
        return value instanceof Object[] values ? Arrays.toString(values) : value.toString();
    }
}
