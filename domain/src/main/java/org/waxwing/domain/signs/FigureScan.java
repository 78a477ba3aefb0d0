package org.waxwing.domain.signs;

import java.util.List;

/** Finds amounts, numbers of orders, codes and dates in one pass over a text, in any language. */
final class FigureScan {
    private static final String SYMBOLS = "€$£¥₽₺₹￥₩";
    private static final List<String> CURRENCIES = List.of(
            "EUR", "USD", "GBP", "CHF", "PLN", "TRY", "RUB", "CNY", "RMB", "JPY", "SEK", "NOK", "DKK", "CZK", "BRL",
            "Euro", "euro", "zł", "kr", "元", "円", "руб", "TL", "dollars");
    private static final int NEAR = 5;
    private static final int LONGEST_CODE = 10;
    private static final int SHORT_DATE = 7;
    private static final int CENTS = 3;
    private static final int FEW_DIGITS = 3;

    private int amounts;
    private int references;
    private int prices;
    private boolean number;
    private boolean code;
    private boolean date;
    private boolean percent;

    FigureScan(String text) {
        for (int i = 0; i < text.length();) {
            if (!isDigit(text.charAt(i))) {
                i++;
                continue;
            }
            int start = startOfToken(text, i);
            int end = i;
            while (end < text.length() && isOfToken(text.charAt(end))) end++;
            token(text, start, end);
            i = end;
        }
    }

    /** Back to where letters before a digit begin, never far. */
    private static int startOfToken(String text, int at) {
        int start = at;
        while (start > 0 && at - start < LONGEST_CODE && isOfToken(text.charAt(start - 1))) start--;
        return start;
    }

    private void token(String text, int start, int end) {
        int digits = 0;
        int capitals = 0;
        int small = 0;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (isDigit(c)) digits++;
            else if (c >= 'A' && c <= 'Z') capitals++;
            else if (Character.isLetter(c)) small++;
        }
        number |= digits >= FEW_DIGITS;
        if (isAmount(text, start, end)) amounts++;
        else if (isPrice(text, start, end)) prices++;
        else if (isDate(text, start, end)) date = true;
        else if (small == 0 && (digits >= 5 || (digits >= 2 && capitals >= 2))) references++;
        if (small == 0 && capitals <= 3 && digits >= 4 && digits <= 8 && standsAlone(text, start, end)) code = true;
        if (end < text.length() && (next(text, end) == '%' || next(text, end) == '％')) percent = true;
    }

    private static boolean isAmount(String text, int start, int end) {
        for (int i = Math.max(0, start - 2); i < start; i++)
            if (SYMBOLS.indexOf(text.charAt(i)) >= 0) return true;
        for (int i = end; i < Math.min(text.length(), end + 2); i++)
            if (SYMBOLS.indexOf(text.charAt(i)) >= 0) return true;
        int after = end;
        while (after < text.length() && after < end + 2 && Character.isSpaceChar(text.charAt(after))) after++;
        for (var currency : CURRENCIES) {
            if (text.startsWith(currency, after) && isNoLetter(text, after + currency.length())) return true;
            int before = start - currency.length();
            if (before >= 0 && start - before < NEAR
                    && (text.startsWith(currency, before) || text.startsWith(currency, before - 1)))
                return true;
        }
        return false;
    }

    /** A figure with two decimals at the end of its line, as in the columns of bills. */
    private static boolean isPrice(String text, int start, int end) {
        int mark = end - CENTS;
        if (mark <= start || (text.charAt(mark) != '.' && text.charAt(mark) != ',')) return false;
        for (int i = start; i < end; i++)
            if (i != mark && !isDigit(text.charAt(i)) && text.charAt(i) != ',') return false;
        int after = end;
        while (after < text.length() && (text.charAt(after) == ' ' || text.charAt(after) == '\r')) after++;
        return after >= text.length() || text.charAt(after) == '\n';
    }

    private static boolean isNoLetter(String text, int at) {
        return at >= text.length() || !Character.isLetter(text.charAt(at)) || Folding.isUnspaced(text.charAt(at));
    }

    /** Two figures with a mark between that times and dates have, or a figure before a character that counts days. */
    private static boolean isDate(String text, int start, int end) {
        int marks = 0;
        boolean colon = false;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c == ':') colon = true;
            if (c == '.' || c == '/' || c == '-') marks++;
        }
        if (colon || (marks >= 2 && end - start <= LONGEST_CODE)) return true;
        // 2/2026, 12/3
        if (marks == 1 && !colon && end - start <= SHORT_DATE && text.substring(start, end).indexOf('/') > 0)
            return true;
        return end < text.length() && "年月日時时点號号".indexOf(text.charAt(end)) >= 0;
    }

    private static boolean standsAlone(String text, int start, int end) {
        int before = start - 1;
        while (before >= 0 && (text.charAt(before) == ' ' || text.charAt(before) == '\t')) before--;
        int after = end;
        while (after < text.length() && (text.charAt(after) == ' ' || text.charAt(after) == '\t'
                || text.charAt(after) == '\r'))
            after++;
        return (before < 0 || text.charAt(before) == '\n') && (after >= text.length() || text.charAt(after) == '\n');
    }

    private static char next(String text, int at) {
        return text.charAt(at) == ' ' && at + 1 < text.length() ? text.charAt(at + 1) : text.charAt(at);
    }

    private static boolean isDigit(char c) {
        return (c >= '0' && c <= '9') || (c >= '０' && c <= '９');
    }

    private static boolean isOfToken(char c) {
        return isDigit(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || "-./:,".indexOf(c) >= 0;
    }

    int amounts() {
        return amounts;
    }

    /** Figures that look like prices though no currency is named. */
    int prices() {
        return prices;
    }

    /** Whether a number of three digits or more was met. */
    boolean hasNumber() {
        return number;
    }

    int references() {
        return references;
    }

    boolean hasCode() {
        return code;
    }

    boolean hasDate() {
        return date;
    }

    boolean hasPercent() {
        return percent;
    }
}
