package org.waxwing.domain.rules.sieve;

import java.util.ArrayList;
import java.util.List;
import org.waxwing.domain.rules.sieve.SieveLexer.Kind;
import org.waxwing.domain.rules.sieve.SieveLexer.Token;
import org.waxwing.domain.rules.sieve.SieveNode.SieveArgument;

/** Reads a script by the grammar that all commands have in common (RFC 5228 §8.2). */
final class SieveParser {
    private static final int DEEPEST = 32;
    private static final int MOST_NODES = 20_000;

    private final SieveLexer lexer;
    private Token token;
    private int nodes;

    SieveParser(String script) throws SieveException {
        if (script.length() > SieveImport.LONGEST)
            throw new SieveException(1, 1, "More than " + SieveImport.LONGEST + " characters");
        this.lexer = new SieveLexer(script);
        this.token = lexer.next();
    }

    List<SieveNode> parse() throws SieveException {
        var commands = commands(0);
        if (token.kind() != Kind.END) throw unexpected();
        return commands;
    }

    private List<SieveNode> commands(int depth) throws SieveException {
        var commands = new ArrayList<SieveNode>();
        while (token.kind() == Kind.IDENTIFIER) commands.add(command(depth));
        return commands;
    }

    private SieveNode command(int depth) throws SieveException {
        var name = begin(depth);
        var arguments = arguments();
        var tests = tests(depth);
        if (token.is(";")) return end(name, arguments, tests, List.of());
        expect("{");
        var block = commands(depth + 1);
        if (!token.is("}")) throw unexpected();
        return end(name, arguments, tests, block);
    }

    private SieveNode end(Token name, List<SieveArgument> arguments, List<SieveNode> tests, List<SieveNode> block)
            throws SieveException {
        int last = token.line();
        advance();
        return new SieveNode(name.text(), arguments, tests, block, name.comment(), name.line(), last);
    }

    private Token begin(int depth) throws SieveException {
        if (token.kind() != Kind.IDENTIFIER) throw unexpected();
        if (depth > DEEPEST) throw refused("Nested deeper than " + DEEPEST);
        if (++nodes > MOST_NODES) throw refused("More than " + MOST_NODES + " commands and tests");
        return advance();
    }

    private List<SieveArgument> arguments() throws SieveException {
        var arguments = new ArrayList<SieveArgument>();
        while (true) switch (token.kind()) {
            case TAG -> arguments.add(new SieveArgument.Tag(advance().text()));
            case NUMBER -> arguments.add(new SieveArgument.Count(advance().number()));
            case STRING -> arguments.add(new SieveArgument.Strings(List.of(advance().text())));
            case SIGN -> {
                if (!token.is("[")) return arguments;
                arguments.add(new SieveArgument.Strings(strings()));
            }
            case IDENTIFIER, END -> {
                return arguments;
            }
        }
    }

    private List<String> strings() throws SieveException {
        var strings = new ArrayList<String>();
        do {
            advance();
            // nothing, or a comma at the end: not by the book, and found in scripts
            if (token.is("]")) break;
            if (token.kind() != Kind.STRING) throw unexpected();
            strings.add(advance().text());
        } while (token.is(","));
        expect("]");
        return strings;
    }

    private List<SieveNode> tests(int depth) throws SieveException {
        var tests = new ArrayList<SieveNode>();
        if (token.kind() == Kind.IDENTIFIER) tests.add(test(depth + 1));
        else if (token.is("(")) {
            do {
                advance();
                tests.add(test(depth + 1));
            } while (token.is(","));
            expect(")");
        }
        return tests;
    }

    private SieveNode test(int depth) throws SieveException {
        var name = begin(depth);
        var arguments = arguments();
        int last = token.line();
        return new SieveNode(name.text(), arguments, tests(depth), List.of(), "", name.line(), last);
    }

    private Token advance() throws SieveException {
        var passed = token;
        token = lexer.next();
        return passed;
    }

    private void expect(String sign) throws SieveException {
        if (!token.is(sign)) throw refused("Expected " + sign);
        advance();
    }

    private SieveException unexpected() {
        return refused(token.kind() == Kind.END ? "An early end" : "Not expected here: " + token.text());
    }

    private SieveException refused(String why) {
        return new SieveException(token.line(), token.column(), why);
    }
}
