package org.waxwing.domain.signs;

import java.util.Arrays;
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
    private static final int PITCHES = 3;
    private static final String PLURAL = "们們司厂廠店行院校馆館";

    private final Set<Sign> signs;
    private final Map<Topic, Mention> topics = new EnumMap<>(Topic.class);
    private int personalInSubject;
    private int pitchesInSubject;
    private int words;
    private int links;

    private final Set<String> brand;
    private final Set<String> readers;

    /**
     * Words of a message.
     *
     * @param sender what the sender is called
     * @param readers what the reader may be called, as folded words
     */
    WordSigns(Set<Sign> signs, String sender, Set<String> readers) {
        this.signs = signs;
        brand = Set.copyOf(Arrays.asList(Folding.of(sender).strip().split(" ", -1)));
        this.readers = readers;
    }

    void look(String subject, OwnWords own, String lastWords) {
        var text = Folding.of(own.text());
        var found = Vocabulary.in(text);
        words = count(text);
        subject(subject);
        tone(own, found, text);
        figures(own, found);
        // what was passed on has small print of its own
        var last = signs.contains(Sign.FORWARD) ? "" : own.end() + ' ' + lastWords;
        smallPrint(found, Vocabulary.in(Folding.of(last)));
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
        var folded = Folding.of(words);
        // "Your Loaf order 4711 has shipped" says what "your order has shipped" says
        var found = Vocabulary.in(folded + bare(folded));
        for (var wording : Wording.values()) {
            var topic = wording.topic();
            if (topic != null && found.has(wording)) topics.put(topic, Mention.SUBJECT);
        }
        if (Subjects.forwards(words)) signs.add(Sign.FORWARD);
        var figures = new FigureScan(words);
        if (figures.references() > 0 || (found.has(Wording.LABEL) && figures.hasNumber())) signs.add(Sign.REFERENCE);
        if (figures.hasPercent() && !topics.containsKey(Topic.ALERT)) topics.put(Topic.OFFER, Mention.SUBJECT);
        pitchesInSubject = found.count(Wording.PITCH) > 0 ? 1 : 0;
        personalInSubject = found.has(Wording.PERSONAL) ? 1 : 0;
        if (found.has(Wording.RELAY)) signs.add(Sign.RELAYED);
        if (Subjects.answersAppointment(words)) signs.add(Sign.APPOINTMENT_ANSWER);
        // in an answer it is the reader's own question
        if ((words.endsWith("?") || words.endsWith("？")) && !Subjects.answers(words)) signs.add(Sign.QUESTION);
    }

    /** Without numbers and what the sender is called. */
    private String bare(String folded) {
        var bare = new StringBuilder(folded.length()).append(' ');
        for (var word : folded.strip().split(" ", -1))
            if (!brand.contains(word) && word.chars().noneMatch(Character::isDigit)) bare.append(word).append(' ');
        return bare.toString();
    }

    private void tone(OwnWords own, Vocabulary.Found found, String text) {
        int length = text.length();
        if (found.hasBefore(Wording.AUDIENCE, START)) signs.add(Sign.AUDIENCE);
        if (found.hasBefore(Wording.GENERIC, START)) signs.add(Sign.GENERIC_GREETING);
        else if (found.hasBefore(Wording.GREETING, START)) signs.add(Sign.GREETING);
        if (found.hasAfter(Wording.CLOSING, Math.max(length / 2, length - END))) signs.add(Sign.CLOSING);
        if (found.hasAfter(Wording.TEAM, length - 2 * END)) signs.add(Sign.TEAM_CLOSING);
        if (own.text().indexOf('?') >= 0 || own.text().indexOf('？') >= 0) signs.add(Sign.QUESTION);
        int selves = found.count(Wording.SELF) - found.count(Wording.BUTTON) - plurals(own.text());
        if (selves > 1 || (selves > 0 && words < SHORT)) signs.add(Sign.FIRST_PERSON);
        if (found.count(Wording.OURS) > 1 || (found.has(Wording.OURS) && words < SHORT)) signs.add(Sign.HOUSE);
        int personal = found.count(Wording.PERSONAL) + personalInSubject;
        boolean talks = selves > 0 || signs.contains(Sign.GREETING) || signs.contains(Sign.QUESTION);
        if (talks && (personal > 1 || (personal > 0 && words < VERY_SHORT))) signs.add(Sign.PERSONAL_WORDS);
        if (found.has(Wording.SHARED)) signs.add(Sign.SHARED_PAST);
        if (Address.calls(own.text(), readers)) signs.add(Sign.CALLED);
        if (Relays.in(own.text())) signs.add(Sign.RELAYED);
        // who offers not to write again has written to many
        int pitches = pitchesInSubject + found.count(Wording.PITCH) + (found.has(Wording.LEAVE) ? 1 : 0);
        if (pitches > 0) signs.add(Sign.SELLING);
        // customers ask for offers, too
        if (found.has(Wording.ASK)) pitches -= 2;
        if (pitches >= PITCHES || (pitches == PITCHES - 1 && found.count(Wording.OURS) > 1)) signs.add(Sign.PITCH);
        if (own.quotes()) signs.add(Sign.QUOTE);
        if (own.forwards()) signs.add(Sign.FORWARD);
        if (own.signed()) signs.add(Sign.SIGNATURE);
        if (words < SHORT) signs.add(Sign.SHORT);
        if (words > ENOUGH_WORDS && found.isEmpty() && !Languages.isKnown(text)) signs.add(Sign.STRANGE_LANGUAGE);
    }

    /** How often "I" is but the first character of "we" or "our house". */
    private static int plurals(String text) {
        int plurals = 0;
        for (int at = text.indexOf('我'); at >= 0 && at + 1 < text.length(); at = text.indexOf('我', at + 1))
            if (PLURAL.indexOf(text.charAt(at + 1)) >= 0) plurals++;
        return plurals;
    }

    private void figures(OwnWords own, Vocabulary.Found found) {
        var figures = new FigureScan(own.text());
        if (figures.amounts() > 0) signs.add(Sign.AMOUNT);
        if (figures.amounts() + figures.prices() > 1 && found.has(Wording.TOTAL)) signs.add(Sign.BILL);
        if (figures.references() > 0 && found.has(Wording.LABEL)) signs.add(Sign.REFERENCE);
        if (figures.hasCode() || (figures.references() > 0 && found.has(Wording.CODE) && words < 2 * SHORT))
            signs.add(Sign.CODE);
        if (figures.hasDate()) signs.add(Sign.DATE);
    }

    private void smallPrint(Vocabulary.Found found, Vocabulary.Found last) {
        if (found.has(Wording.LEAVE) || last.has(Wording.LEAVE)) signs.add(Sign.UNSUBSCRIBE_WORDS);
        if (found.has(Wording.BROWSER)) signs.add(Sign.BROWSER_VERSION);
        if (found.has(Wording.AUTOMATIC) || last.has(Wording.AUTOMATIC)) signs.add(Sign.AUTOMATIC_WORDS);
        if (found.has(Wording.SERVICE) || last.has(Wording.SERVICE)) signs.add(Sign.SERVICE_WORDS);
        if (last.has(Wording.TEAM)) signs.add(Sign.TEAM_CLOSING);
    }

    /** Words between spaces; where there are none, two characters stand for one. */
    static int count(String folded) {
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
