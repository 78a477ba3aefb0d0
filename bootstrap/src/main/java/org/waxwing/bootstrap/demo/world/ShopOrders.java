package org.waxwing.bootstrap.demo.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What is bought on the internet: an order confirmed, a parcel on its way, a parcel at the door or at the neighbour's. */
final class ShopOrders {
    private record Order(String owner, int day, String shop, String item, int cents, String more) {}

    private static final List<Order> ORDERS = List.of(
            new Order("alice", 721, "kuechenkram", "Steamer basket, bamboo, 28 cm", 2450, "Lid for it :: 6.90 EUR"),
            new Order("alice", 433, "radlager", "Bicycle lamp, front, with a beam that ends", 5990,
                    "Holder :: 4.50 EUR"),
            new Order("alice", 266, "papier", "Index cards, 500, and a box made of tin", 2160, "Dividers :: 3.20 EUR"),
            new Order("alice", 99, "kuechenkram", "Pot, 9 litres, without fern", 5480, "Lid :: 12.90 EUR"),
            new Order("alice", 44, "papier", "Ink, blue-green, 50 ml", 1450, "Blotting paper :: 2.80 EUR"),
            new Order("alice", 3, "kuechenkram", "Second steamer basket, bamboo, 28 cm", 2490,
                    "Lid for it :: 6.90 EUR"),
            new Order("bob", 705, "loetkiste", "Solder 0.5 mm, lead free, 250 g", 2890, "Flux pen :: 7.40 EUR"),
            new Order("bob", 470, "loetkiste", "Tweezers, the good ones, two of them", 4640, "Case :: 3.10 EUR"),
            new Order("bob", 244, "loetkiste", "Humidity sensor, 5 pcs", 3125, "Cable, 1 m :: 2.60 EUR"),
            new Order("bob", 37, "loetkiste", "Connector, white, 40 pcs", 1820, "Paper bag :: yes"),
            new Order("bob", 2, "papier", "Microscope for young people, 40x to 400x", 8990,
                    "Slides, prepared :: goat hair"));

    private static final List<String> DELIVERED = List.of(
            "zugestellt, Empfängerin persönlich",
            "beim Nachbarn abgegeben (Name unleserlich, Hund bellt)",
            "im Ablageort „hinter der Regentonne“",
            "zugestellt, Lastenaufzug benutzt");

    private static final int SHIPPING = 490;
    private static final Pattern PRICE = Pattern.compile("(\\d+)\\.(\\d\\d) EUR");

    private final Fingerprint chance;

    ShopOrders(Fingerprint chance) {
        this.chance = chance;
    }

    /** In the notation of {@link Script}. */
    List<String> script() {
        var lines = new ArrayList<String>();
        lines.add("folder: alice=Einkäufe; bob=Einkäufe");
        for (int i = 0; i < ORDERS.size(); i++) add(lines, "o" + i, ORDERS.get(i));
        return lines;
    }

    private void add(List<String> lines, String key, Order order) {
        var number = "%06d".formatted(100_000 + chance.below(899_999, key));
        var parcel = "EP " + (100 + chance.below(899, key + "p")) + " " + (100 + chance.below(899, key + "q")) + " "
                + (100 + chance.below(899, key + "r"));
        var minute = chance.below(60, key + "minute");
        lines.addAll(List.of(
                "@ %sa -%dd %02d:%02d %s > %s"
                        .formatted(key, order.day(), 18 + chance.below(4, key), minute, order.shop(), order.owner()),
                "S: Your order " + number + " is confirmed",
                "T: notice",
                "",
                "Thank you! We are packing it now and will write again when it leaves the house.",
                "",
                order.item() + " :: " + euro(order.cents()),
                order.more(),
                "Shipping :: " + euro(SHIPPING),
                "*Total* :: *" + euro(total(order)) + "*",
                "",
                "-> Follow your order | /orders/" + number,
                "",
                "If something is wrong with it, just answer this mail. A person reads it.",
                ""));
        if (order.day() < 3) return;
        lines.addAll(List.of(
                "@ %sb +1d %02d:%02d eilpost > %s".formatted(key, 11 + chance.below(4, key + "b"), minute,
                        order.owner()),
                "S: Ihr Paket " + parcel + " ist unterwegs",
                "T: notice",
                "",
                "Ihre Sendung hat das Paketzentrum Ring 1 verlassen.",
                "",
                "Sendungsnummer :: " + parcel,
                "Zustellung :: voraussichtlich morgen, 9 bis 14 Uhr",
                "",
                "-> Sendung verfolgen | /sendung/" + parcel.replace(" ", ""),
                ""));
        if (order.day() < 4) {
            lines.addAll(List.of(
                    "@ %sc -2h25m eilpost > %s".formatted(key, order.owner()),
                    "S: Heute bei Ihnen: Paket " + parcel,
                    "T: notice",
                    "",
                    "Ihr Zusteller ist noch *11 Stopps* entfernt. Sie können den Ablageort noch ändern.",
                    "",
                    "Sendungsnummer :: " + parcel,
                    "",
                    "-> Ablageort ändern | /sendung/" + parcel.replace(" ", ""),
                    ""));
            return;
        }
        lines.addAll(List.of(
                "@ %sc +1d %02d:%02d eilpost > %s"
                        .formatted(key, 9 + chance.below(5, key + "c"), (minute + 17) % 60, order.owner()),
                "S: Paket " + parcel + ": zugestellt",
                "T: notice",
                "",
                "Status: " + DELIVERED.get(chance.below(DELIVERED.size(), key + "d")) + ".",
                "",
                "-> Zustellung ansehen | /sendung/" + parcel.replace(" ", ""),
                ""));
    }

    private static int total(Order order) {
        var price = PRICE.matcher(order.more());
        var extra = price.find() ? Integer.parseInt(price.group(1) + price.group(2)) : 0;
        return order.cents() + extra + SHIPPING;
    }

    private static String euro(int cents) {
        return String.format(Locale.ROOT, "%d.%02d EUR", cents / 100, cents % 100);
    }
}
