package com.authgear.headers.examples.proxycheck;

import com.authgear.headers.harness.Recipe;
import java.time.Duration;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * One fault in a recipe.
 *
 * @param what what it is
 * @param change how to make it
 * @param removed the line that is removed, empty for other faults
 * @param found the checks that must fail, and no others
 */
record BrokenRecipe(String what, UnaryOperator<Recipe> change, String removed, Set<String> found) {
    private static final String HANGS = "resolver-hangs";

    static BrokenRecipe by(String what, UnaryOperator<Recipe> change, String... found) {
        return new BrokenRecipe(what, change, "", Set.of(found));
    }

    /** A recipe without one line. */
    static BrokenRecipe without(String line, String... found) {
        return new BrokenRecipe("without " + line, replacing(line, ""), line, Set.of(found));
    }

    /** One text replaced by another, in which BACKEND and SECRET stand for those of the run. */
    static UnaryOperator<Recipe> replacing(String place, String value) {
        return recipe -> recipe.with(
                place,
                value.replace("BACKEND", "127.0.0.1:" + recipe.ports().backend())
                        .replace("SECRET", recipe.secret()));
    }

    static UnaryOperator<Recipe> both(UnaryOperator<Recipe> one, UnaryOperator<Recipe> other) {
        return recipe -> other.apply(one.apply(recipe));
    }

    /** Slow checks run only for the faults that they must find. */
    boolean isJudged(String name) {
        return found.contains(name) || !Set.of("resolver-slow", HANGS).contains(name);
    }

    /** Longer than the recipe waits for the resolver, where that matters. */
    Duration patience() {
        return Duration.ofSeconds(found.contains(HANGS) ? 7 : 5);
    }

    @Override
    public String toString() {
        return what;
    }
}
