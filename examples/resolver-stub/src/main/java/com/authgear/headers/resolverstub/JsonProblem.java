package com.authgear.headers.resolverstub;

import java.util.Collection;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JacksonException.Reference;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Says in the words of the file, not of the parser, what is wrong with it. */
final class JsonProblem {
    private JsonProblem() {}

    static String describe(JacksonException problem) {
        return where(problem.getPath()) + what(problem);
    }

    private static String where(List<Reference> path) {
        return switch (path.size()) {
            case 0 -> "";
            case 1 -> "user \"" + path.get(0).getPropertyName() + "\": ";
            default ->
                "user \"" + path.get(0).getPropertyName() + "\": " + path.get(1).getPropertyName() + " ";
        };
    }

    private static String what(JacksonException problem) {
        if (problem instanceof UnrecognizedPropertyException unknown) {
            return "is no known field, but one of these is: " + known(unknown);
        }
        if (problem instanceof MismatchedInputException mismatch) {
            return "must be " + expected(mismatch.getTargetType());
        }
        return syntax(problem);
    }

    private static String known(UnrecognizedPropertyException unknown) {
        Collection<Object> names = unknown.getKnownPropertyIds();
        return String.join(", ", names.stream().map(Object::toString).sorted().toList());
    }

    private static String expected(Class<?> type) {
        if (type == boolean.class) {
            return "true or false";
        }
        if (type == String.class) {
            return "text";
        }
        return Collection.class.isAssignableFrom(type) ? "a list of texts" : "an object";
    }

    private static String syntax(JacksonException problem) {
        String kind = problem instanceof StreamReadException ? "no valid JSON" : "not readable";
        return kind + " at line " + problem.getLocation().getLineNr() + ": " + problem.getOriginalMessage();
    }
}
