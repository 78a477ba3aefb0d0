package org.waxwing.domain.signs;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/** What the words of a message tell. */
final class WordSigns {
    private static final int START = 160;
    private static final int END = 320;
    private static final int SHORT = 60;
    private static final int VERY_SHORT = 20;
    private static final int ENOUGH_WORDS = 7;
    private static final int SPACELESS_WORD = 2;
    private static final int FEW_LINKS = 6;

    private final Set<Sign> signs;
    private final Map<Topic, Mention> topics = new EnumMap<>(Topic.class);
    private int personalInSubject;
    private int words;
    private int links;

    WordSigns(Set<Sign> signs) {
        this.signs = signs;
    }

    void look(String subject, OwnWords own, String lastWords) {
        var text = Folding.of(own.text());
        var found = Vocabulary.in(text);
        words = count(text);
        subject(subject);
        tone(own, found, text.length());
        figures(own, found);
        smallPrint(found, Vocabulary.in(Folding.of(own.end() + ' ' + lastWords)));
        for (var wording : Wording.values()) {
            var topic = wording.topic();
            if (topic != null && found.has(wording))
                topics.merge(topic, found.count(wording) > 1 ? Mention.OFTEN : Mention.ONCE, Mention::and);
        }
        for (int at = own.text().indexOf("http"); at >= 0; at = own.text().indexOf("http", at + 4)) links++;
        if (links >= FEW_LINKS) signs.add(Sign.MANY_LINKS);
    }

    private void subject(String subject) {
        var words = subject.strip();
        var found = Vocabulary.in(Folding.of(words));
        for (var wording : Wording.values()) {
            var topic = wording.topic();
            if (topic != null && found.has(wording)) topics.put(topic, Mention.SUBJECT);
        }
        if (Subjects.forwards(words)) signs.add(Sign.FORWARD);
        var figures = new FigureScan(words);
        if (figures.references() > 0) signs.add(Sign.REFERENCE);
        if (figures.hasPercent() && !topics.containsKey(Topic.ALERT)) topics.put(Topic.OFFER, Mention.SUBJECT);
        personalInSubject = found.has(Wording.PERSONAL) ? 1 : 0;
        if (words.endsWith("?") || words.endsWith("？")) signs.add(Sign.QUESTION);
    }

    private void tone(OwnWords own, Vocabulary.Found found, int length) {
        if (found.hasBefore(Wording.GENERIC, START)) signs.add(Sign.GENERIC_GREETING);
        else if (found.hasBefore(Wording.GREETING, START)) signs.add(Sign.GREETING);
        if (found.hasAfter(Wording.CLOSING, Math.max(length / 2, length - END))) signs.add(Sign.CLOSING);
        if (found.hasAfter(Wording.TEAM, length - 2 * END)) signs.add(Sign.TEAM_CLOSING);
        if (own.text().indexOf('?') >= 0 || own.text().indexOf('？') >= 0) signs.add(Sign.QUESTION);
        if (found.count(Wording.SELF) > 1 || (found.has(Wording.SELF) && words < SHORT)) signs.add(Sign.FIRST_PERSON);
        int personal = found.count(Wording.PERSONAL) + personalInSubject;
        boolean talks = found.has(Wording.SELF) || signs.contains(Sign.GREETING) || signs.contains(Sign.QUESTION);
        if (personal > 1 || (personal > 0 && talks && words < VERY_SHORT)) signs.add(Sign.PERSONAL_WORDS);
        if (own.quotes()) signs.add(Sign.QUOTE);
        if (own.forwards()) signs.add(Sign.FORWARD);
        if (own.signed()) signs.add(Sign.SIGNATURE);
        if (words < SHORT) signs.add(Sign.SHORT);
        if (words > ENOUGH_WORDS && found.isEmpty()) signs.add(Sign.STRANGE_LANGUAGE);
    }

    private void figures(OwnWords own, Vocabulary.Found found) {
        var figures = new FigureScan(own.text());
        if (figures.amounts() > 0) signs.add(Sign.AMOUNT);
        if (figures.references() > 0 && found.has(Wording.LABEL)) signs.add(Sign.REFERENCE);
        if (figures.hasCode() || (figures.references() > 0 && found.has(Wording.CODE) && words < 2 * SHORT))
            signs.add(Sign.CODE);
        if (figures.hasDate()) signs.add(Sign.DATE);
    }

    private void smallPrint(Vocabulary.Found found, Vocabulary.Found last) {
        if (found.has(Wording.LEAVE) || last.has(Wording.LEAVE)) signs.add(Sign.UNSUBSCRIBE_WORDS);
        if (found.has(Wording.BROWSER)) signs.add(Sign.BROWSER_VERSION);
        if (found.has(Wording.AUTOMATIC) || last.has(Wording.AUTOMATIC)) signs.add(Sign.AUTOMATIC_WORDS);
        if (last.has(Wording.TEAM)) signs.add(Sign.TEAM_CLOSING);
    }

    /** Words between spaces; where there are none, two characters stand for one. */
    private static int count(String folded) {
        int spaces = 0;
        int unspaced = 0;
        for (int i = 0; i < folded.length(); i++) {
            char c = folded.charAt(i);
            if (c == ' ') spaces++;
            else if (Folding.isUnspaced(c)) unspaced++;
        }
        return Math.max(0, spaces - 1) + unspaced / SPACELESS_WORD;
    }

    Map<Topic, Mention> topics() {
        return topics;
    }

    int words() {
        return words;
    }

    int links() {
        return links;
    }
}
