package org.waxwing.domain.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageReaderTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | Could you have a look at the plan before we meet on Thursday? I will bring what is left of the cake.
            en | Your parcel is on its way. You can follow it with the number below, and it should be there by Friday.
            de | Könntest du dir den Plan ansehen, bevor wir uns am Donnerstag treffen? Ich bringe mit, was vom Kuchen noch da ist.
            de | Ihre Rechnung für den Monat März ist da. Sie finden sie im Anhang, und der Betrag wird in den nächsten Tagen abgebucht.
            fr | Pourriez-vous regarder le plan avant que nous nous voyions jeudi ? Je viendrai avec ce qui reste du gâteau.
            es | ¿Puedes mirar el plan antes de que nos veamos el jueves? Voy a llevar lo que queda de la tarta para todos.
            it | Puoi guardare il progetto prima che ci vediamo giovedì? Porto io quello che è rimasto della torta, non ti preoccupare.
            nl | Kun je naar het plan kijken voordat we elkaar donderdag zien? Ik neem mee wat er nog van de taart over is.
            pl | Czy możesz spojrzeć na plan, zanim spotkamy się w czwartek? Przyniosę to, co zostało z ciasta, nie martw się o kawę.
            pt | Você pode olhar o plano antes de nos vermos na quinta? Eu levo o que sobrou do bolo, não se preocupe com o café.
            tr | Perşembe günü görüşmeden önce plana bir bakar mısın? Ben pastadan kalanı getiririm, kahve için de bir şey almana gerek yok.
            cs | Můžeš se podívat na plán, než se ve čtvrtek sejdeme? Přinesu, co zbylo z dortu, ale kávu už nemám.
            sv | Kan du titta på planen innan vi ses på torsdag? Jag tar med det som är kvar av kakan, och du behöver inte köpa kaffe.
            da | Kan du se på planen, før vi ses på torsdag? Jeg tager det med, der er tilbage af kagen, og du skal ikke købe kaffe af hensyn til mig, hvad siger du?
            no | Kan du se på planen før vi møtes på torsdag? Jeg tar med det som er igjen av kaken, og hva sier du om en tur etter jobben av og til?
            fi | Voit katsoa suunnitelmaa ennen kuin tapaamme torstaina. Tuon sen, mitä kakusta on jäljellä, mutta kahvia ei ole nyt.
            hu | Meg tudod nézni a tervet, mielőtt csütörtökön találkozunk? Hozom, ami a tortából még megvan, de kávé már nem lesz.
            ro | Poți să te uiți la plan înainte să ne vedem joi? Aduc ce a rămas din tort, dar nu mai este cafea pentru toți.
            ru | Посмотришь план до того, как мы встретимся в четверг? Я принесу то, что осталось от торта, но кофе у нас уже нет.
            uk | Чи можеш ти подивитися план, перш ніж ми зустрінемося в четвер? Я принесу те, що залишилося від торта, але кави вже немає.
            bg | Можеш ли да погледнеш плана, преди да се видим в четвъртък? Ще донеса това, което е останало от тортата, но кафе няма.
            el | Μπορείς να δεις το σχέδιο πριν βρεθούμε την Πέμπτη; Θα φέρω ό,τι έμεινε από την τούρτα.
            he | תוכל להסתכל על התוכנית לפני שניפגש ביום חמישי? אביא את מה שנשאר מהעוגה.
            ar | هل يمكنك أن تنظر إلى الخطة قبل أن نلتقي يوم الخميس؟ سوف أحضر ما تبقى من الكعكة إلى المكتب مع القهوة.
            fa | می‌توانی قبل از این که پنجشنبه همدیگر را ببینیم به برنامه نگاه کنی؟ من آن چه را که از کیک مانده است با خودم می‌آورم.
            hi | क्या आप गुरुवार को मिलने से पहले योजना देख सकते हैं? मैं केक का बचा हुआ हिस्सा ले आऊँगा और कॉफ़ी भी।
            th | ช่วยดูแผนก่อนที่เราจะพบกันวันพฤหัสได้ไหม ฉันจะเอาเค้กที่เหลือมาด้วย
            ja | 木曜日に会う前に計画を見てもらえますか。ケーキの残りを持っていきます。
            ko | 목요일에 만나기 전에 계획을 봐 주시겠어요? 남은 케이크를 가져갈게요.
            zh-Hans | 我们星期四见面之前，你能看一下这个计划吗？剩下的蛋糕我会带来。
            zh-Hant | 我們星期四見面之前，你能看一下這個計劃嗎？剩下的蛋糕我會帶來。
            """)
    void knows_the_language_of_a_few_sentences(String tag, String text) {
        assertThat(LanguageReader.of(text)).contains(tag);
        assertThat(LanguageReader.TAGS).contains(tag);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "", " ", "OK", "Thanks!", "Bis morgen", "12345 67890 11 22 33", "好的", "https://example.org/a/b/c",
            "Invoice 4711-2026", "Да, спасибо", "Berlin Hamburg Paris London Rome Madrid Vienna Prague Warsaw Lisbon",
            "🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂"})
    void says_nothing_about_what_is_short_or_no_sentence(String text) {
        assertThat(LanguageReader.of(text)).isEmpty();
    }

    @Test
    void says_nothing_about_two_languages_side_by_side() {
        assertThat(LanguageReader.of("""
                The office is closed on Friday. Please call us if you have a question about it.
                Das Büro ist am Freitag zu. Bitte rufen Sie uns an, wenn Sie eine Frage haben.
                """)).isEmpty();
    }

    @Test
    void goes_by_what_the_writer_says_and_not_by_what_they_repeat() {
        assertThat(LanguageReader.of("""
                Das ist eine gute Idee, und wir machen es am besten noch vor dem Sommer.
                > Should we do it this year, or is it better to wait for what the others will say about it?
                > I would like to do it as soon as we can, and you have been waiting for it since the spring.
                """)).contains("de");
    }

    @Test
    void reads_through_addresses_and_names_of_things() {
        assertThat(LanguageReader
                .of("感谢您的订购。订单号 WX-4711，可以在 https://shop.example/orders/4711 查看，有问题请写信给 help@shop.example。"))
                .contains("zh-Hans");
    }

    @Test
    void looks_at_the_beginning_of_what_never_ends() {
        var endless = IntStream.range(0, 100_000).mapToObj(i -> "and this is the " + i)
                .collect(Collectors.joining(" "));

        assertThat(LanguageReader.of(endless)).contains("en");
    }
}
