package org.waxwing.web.faces;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A module and all that it imports as one module: fifty small requests, each compiled by itself, cost a browser more than
 * all that is in them. It knows the forms in which our own modules import and export, each statement at the beginning of
 * a line, and modules that do not import each other in a circle; whatever else it meets it refuses.
 */
final class ScriptBundle {
    private static final Pattern IMPORT = Pattern.compile(
            "(?m)^import (?:(?:\\{([^}]*)}|\\* as (\\w+)) from )?'\\./([a-z0-9-]+)\\.js';$");
    private static final Pattern EXPORT = Pattern
            .compile("(?m)^export ((?:async function|function|const|class) (\\w+))");
    private static final Pattern OTHER = Pattern.compile("(?m)^(?:import|export|await)\\b");

    private final UnaryOperator<String> sources;
    private final StringBuilder text = new StringBuilder();
    private final Set<String> begun = new LinkedHashSet<>();
    private final Set<String> ended = new LinkedHashSet<>();

    private ScriptBundle(UnaryOperator<String> sources) {
        this.sources = sources;
    }

    /**
     * The bundle of the module {@code entry}.
     *
     * @param sources the text of a module by its name, without an ending
     * @throws IllegalArgumentException a module has a form that is not known here
     */
    static String of(String entry, UnaryOperator<String> sources) {
        var bundle = new ScriptBundle(sources);
        bundle.add(entry);
        // whoever looks into a page from outside finds its modules by this
        return bundle.text + "export { " + String.join(", ", bundle.ended.stream().map(ScriptBundle::variable).toList())
                + " };\n";
    }

    private void add(String module) {
        if (ended.contains(module)) return;
        if (!begun.add(module)) throw new IllegalArgumentException(module + ".js imports itself");
        var source = sources.apply(module);
        for (var imported : imports(source)) add(imported);
        var exported = new ArrayList<String>();
        var body = EXPORT.matcher(IMPORT.matcher(source).replaceAll(ScriptBundle::bound)).replaceAll(it -> {
            exported.add(it.group(2));
            return Matcher.quoteReplacement(it.group(1));
        });
        if (OTHER.matcher(body).find())
            throw new IllegalArgumentException(module + ".js imports or exports in a form that is not known here");
        text.append("const ").append(variable(module)).append(" = (() => {\n").append(body).append("\nreturn { ")
                .append(String.join(", ", exported)).append(" };\n})();\n");
        ended.add(module);
    }

    private static List<String> imports(String source) {
        return IMPORT.matcher(source).results().map(it -> it.group(3)).toList();
    }

    /** The statement that gives a module the names it imports. */
    private static String bound(MatchResult it) {
        var from = variable(it.group(3));
        if (it.group(2) != null) return "const " + it.group(2) + " = \\" + from + ";";
        if (it.group(1) != null) return "const {" + it.group(1).replace(" as ", ": ") + "} = \\" + from + ";";
        return "";
    }

    private static String variable(String module) {
        return "$" + module.replace('-', '_');
    }
}
