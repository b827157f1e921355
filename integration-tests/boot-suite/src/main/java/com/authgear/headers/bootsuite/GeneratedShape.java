package com.authgear.headers.bootsuite;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The source of a random class with its superclasses and interfaces. Random are: what is generic, abstract, overridden
 * or final, packages, access, and where step-up rules stand.
 *
 * @param packageName of its first package; the other lies below it
 * @param name of the class whose objects become beans
 * @param sources the files, by the names of their types
 * @param stating where rules stand: names of types, and of methods as {@code type.method}
 * @param mayBeRefused whether no class proxy can stand before a part of it
 */
record GeneratedShape(
        String packageName, String name, Map<String, String> sources, Set<String> stating, boolean mayBeRefused) {

    static GeneratedShape of(int number, long seed) {
        return new Generator("shapes.s" + number, new Random(seed + number)).generate();
    }

    /** Two methods share a name only if one overrides the other, so the expectation follows from the name. */
    boolean isGuarded(String method, Set<String> typesAbove) {
        return typesAbove.stream().anyMatch(type -> stating.contains(type) || stating.contains(type + "." + method));
    }

    @Override
    public String toString() {
        return String.join("\n", sources.values());
    }

    private static final class Generator {
        private static final String BODY = "{ com.authgear.headers.bootsuite.Bodies.ran(); return null; }";

        private final String home;
        private final Random random;
        /** With a rule on a type, or else with rules on methods. */
        private final boolean typed;

        private final Map<String, String> sources = new LinkedHashMap<>();
        private final Set<String> stating = new TreeSet<>();
        private final List<Type> interfaces = new ArrayList<>();
        private final Set<String> packagesOfPrivates = new TreeSet<>();
        private boolean mayBeRefused;
        private int methods;

        Generator(String home, Random random) {
            this.home = home;
            this.random = random;
            this.typed = chance(60);
        }

        GeneratedShape generate() {
            sources.put(
                    home + ".Sensitive",
                    "package " + home
                            + ";\n@java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)\n"
                            + "@com.authgear.headers.spring.stepup.RequireRecentLogin(maxAge = \"5m\")\n"
                            + "public @interface Sensitive {}\n");
            for (int i = random.nextInt(4); i > 0; i--) {
                interfaces.add(anInterface("Api" + i));
            }
            int depth = random.nextInt(4);
            Type type = aClass("Class" + depth, depth == 0, null);
            for (int i = depth - 1; i >= 0; i--) {
                type = aClass("Class" + i, i == 0, type);
            }
            String last = type.name();
            boolean outOfReach = packagesOfPrivates.stream().anyMatch(each -> !each.equals(packageOf(last)));
            return new GeneratedShape(home, last, sources, stating, mayBeRefused || outOfReach);
        }

        private Type anInterface(String simpleName) {
            boolean generic = chance(50);
            Type type = new Type(packageName() + "." + simpleName, generic);
            List<Type> above = interfaces.stream()
                    .filter(each -> chance(30) && (each.generic() || !generic))
                    .toList();
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(3); i >= 0; i--) {
                Method method = newMethod("public");
                boolean complete = chance(50);
                text.append(rule(type, method))
                        .append(complete ? "default " : "")
                        .append(method.in(generic));
                text.append(complete ? BODY : ";").append('\n');
                (complete ? type.inherited() : type.open()).add(method);
            }
            above.forEach(type::takeFrom);
            put(type, "public interface", above.isEmpty() ? "" : " extends " + join(above, generic), text);
            return type;
        }

        private Type aClass(String simpleName, boolean last, @Nullable Type superclass) {
            boolean generic = !last && chance(50) && (superclass == null || superclass.generic());
            Type type = new Type(packageName() + "." + simpleName, generic);
            List<Type> above = interfaces.stream()
                    .filter(each -> chance(last ? 60 : 30) && (each.generic() || !generic))
                    .toList();
            if (superclass != null) {
                type.takeFrom(superclass);
            }
            above.forEach(type::takeFrom);
            StringBuilder text = new StringBuilder();
            for (Method method : List.copyOf(type.open())) {
                if (last || chance(50)) {
                    add(text, type, method);
                }
            }
            for (Method method : List.copyOf(type.inherited())) {
                if (!method.isFinal() && chance(20)) {
                    add(text, type, method);
                }
            }
            for (Type other : interfaces) {
                // What an interface asks for may be there before a class below says that it has it.
                for (Method method : other.open()) {
                    if (chance(15) && type.lacks(method)) {
                        add(text, type, method);
                    }
                }
            }
            for (int i = random.nextInt(3); i >= 0; i--) {
                add(
                        text,
                        type,
                        newMethod(List.of("public", "public", "protected", "").get(random.nextInt(4))));
            }
            text.append("private Object hidden() ").append(BODY).append('\n');
            text.append("public static Object free() ").append(BODY).append('\n');
            boolean isFinal = last && chance(8);
            mayBeRefused |= isFinal;
            put(
                    type,
                    "public " + (isFinal ? "final " : last ? "" : "abstract ") + "class",
                    (superclass == null ? "" : " extends " + superclass.in(generic))
                            + (above.isEmpty() ? "" : " implements " + join(above, generic)),
                    text);
            return type;
        }

        private void add(StringBuilder text, Type type, Method method) {
            if (!type.own().add(method.name())) {
                return;
            }
            Method own = new Method(method.name(), method.takesOne(), method.access(), chance(3));
            text.append(rule(type, own)).append(own.access()).append(' ').append(own.isFinal() ? "final " : "");
            text.append(own.in(type.generic())).append(BODY).append('\n');
            mayBeRefused |= own.isFinal();
            if (own.access().isEmpty()) {
                packagesOfPrivates.add(packageOf(type.name()));
            } else {
                type.complete(own);
            }
        }

        private Method newMethod(String access) {
            return new Method("m" + methods++, chance(50), access, false);
        }

        private String rule(Type type, Method method) {
            if (typed || !chance(40)) {
                return "";
            }
            stating.add(type.name() + "." + method.name());
            return annotation();
        }

        private String annotation() {
            return chance(30)
                    ? "@" + home + ".Sensitive "
                    : "@com.authgear.headers.spring.stepup.RequireRecentLogin(maxAge = \"5m\") ";
        }

        private void put(Type type, String kind, String above, StringBuilder methodsText) {
            boolean ruled = typed && (chance(25) || (type.name().endsWith("Class0") && stating.isEmpty()));
            if (ruled) {
                stating.add(type.name());
            }
            String simpleName = type.name().substring(type.name().lastIndexOf('.') + 1);
            sources.put(
                    type.name(),
                    "package " + packageOf(type.name()) + ";\n" + (ruled ? annotation() : "") + kind + " " + simpleName
                            + (type.generic() ? "<E>" : "") + above + " {\n" + methodsText + "}\n");
        }

        private static String join(List<Type> types, boolean generic) {
            return String.join(
                    ", ", types.stream().map(each -> each.in(generic)).toList());
        }

        private String packageName() {
            return chance(85) ? home : home + ".other";
        }

        private static String packageOf(String name) {
            return name.substring(0, name.lastIndexOf('.'));
        }

        private boolean chance(int percent) {
            return random.nextInt(100) < percent;
        }
    }

    /** A class or an interface: what it has that a type below may override, and what it leaves open. */
    private record Type(String name, boolean generic, List<Method> inherited, List<Method> open, Set<String> own) {
        Type(String name, boolean generic) {
            this(name, generic, new ArrayList<>(), new ArrayList<>(), new TreeSet<>());
        }

        void takeFrom(Type above) {
            above.inherited().forEach(method -> {
                if (inherited.stream().noneMatch(method::isNamedAs)) {
                    complete(method);
                }
            });
            above.open().stream().filter(this::lacks).forEach(open::add);
        }

        void complete(Method method) {
            open.removeIf(method::isNamedAs);
            inherited.removeIf(method::isNamedAs);
            inherited.add(method);
        }

        boolean lacks(Method method) {
            return inherited.stream().noneMatch(method::isNamedAs)
                    && open.stream().noneMatch(method::isNamedAs);
        }

        /** As it is named in a generic type, or elsewhere. */
        String in(boolean genericPlace) {
            return name + (generic ? (genericPlace ? "<E>" : "<String>") : "");
        }
    }

    private record Method(String name, boolean takesOne, String access, boolean isFinal) {
        boolean isNamedAs(Method other) {
            return name.equals(other.name);
        }

        String in(boolean generic) {
            return "Object " + name + "(" + (takesOne ? (generic ? "E it" : "String it") : "") + ")";
        }
    }
}
