package org.waxwing.domain.language;

/** In which of its two sets of characters Chinese is written. */
final class Characters {
    // frequent characters that the other way of writing has not
    private static final String SIMPLIFIED = "们这说时为来对会开关后发业东车长门问间见过还进实现学样点义个话请让谢单货订认识价钱应该给从将与团队经历"
            + "动产别无务电邮网络读写让边运联系";
    private static final String TRADITIONAL = "們這說時為來對會開關後發業東車長門問間見過還進實現學樣點義個話請讓謝單貨訂認識價錢應該給從將與團隊經歷"
            + "動產別無務電郵網絡讀寫讓邊運聯繫";
    private static final int CLEAR = 3;

    private Characters() {}

    /** The tag of Chinese, with the characters where they are clear. */
    static String chinese(String text) {
        int simplified = 0;
        int traditional = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean is = SIMPLIFIED.indexOf(c) >= 0;
            boolean was = TRADITIONAL.indexOf(c) >= 0;
            if (is && !was) simplified++;
            if (was && !is) traditional++;
        }
        if (simplified > CLEAR * traditional) return "zh-Hans";
        return traditional > CLEAR * simplified ? "zh-Hant" : "zh";
    }
}
