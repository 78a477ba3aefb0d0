package org.waxwing.domain.signs;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.domain.mailbox.MessageHeaders;

/** What the names and addresses of a message's sender tell. */
final class SenderSigns {
    private static final int TOKEN = 5;
    private static final List<String> NO_REPLY = List.of(
            "noreply", "donotreply", "dontreply", "neverreply", "nichtantworten", "keineantwort", "nepasrepondre",
            "noresponder", "norespond", "naoresponda", "naoresponder", "nieodpowiadaj", "nonrispondere",
            "nietbeantwoorden", "geenantwoord", "yanitlamayin", "neodgovarjaj", "bezodpowiedzi");
    private static final Set<String> NEWS = Set.of(
            "news", "newsletter", "newsletters", "newsmail", "nl", "marketing", "promo", "promos", "promotion",
            "promotions", "offers", "offer", "deals", "digest", "editor", "editors", "editorial", "redaktion",
            "redaction", "weekly", "daily", "campaigns", "campaign", "mailing", "mailings", "angebote", "angebot",
            "ofertas", "ofertes", "community", "events", "event", "blog", "magazine", "magazin", "aktion", "aktionen",
            "specials", "sale", "sales-news", "rewards", "club", "nieuwsbrief", "boletin", "noticias", "infolettre",
            "lettre", "bulten", "kampanya", "rassylka", "mailer", "insider", "briefing", "updates", "shop-news",
            "podcast", "roundup", "press", "presse", "promocje", "promozioni", "offerte", "novidades", "novedades",
            "aanbieding", "aanbiedingen");
    private static final Set<String> RECORDS = Set.of(
            "billing", "invoice", "invoices", "invoicing", "order", "orders", "receipt", "receipts", "payment",
            "payments", "pay", "shipping", "shipment", "shipments", "delivery", "deliveries", "tracking", "booking",
            "bookings", "reservation", "reservations", "ticket", "tickets", "ticketing", "account", "accounts",
            "account-security", "security", "alert", "alerts", "notification", "notifications", "notify", "notice",
            "notices", "confirm", "confirmation", "confirmations", "statements", "statement", "auto-confirm",
            "ship-confirm", "system", "root", "cron", "daemon", "monitor", "monitoring", "buildbot", "builds", "build",
            "ci", "jenkins", "jira", "gitlab", "github", "bot", "robot", "automated", "automatic", "automail",
            "mailbot", "rechnung", "rechnungen", "rechnungsstelle", "bestellung", "bestellungen", "versand", "paket",
            "facturation", "factura", "facturas", "facturacion", "facture", "factures", "pedidos", "pedido", "commande",
            "commandes", "ordini", "ordine", "fatture", "fattura", "zamowienia", "faktury", "faktura", "fatura",
            "faturas", "siparis", "bestelling", "bestellingen", "facturen", "verify", "verification", "auth", "login",
            "password", "passwords", "service-notification", "reminder", "reminders", "erinnerung", "termin", "termine",
            "buchung", "buchungen", "backup", "server", "status", "transaction", "transactions", "checkout",
            "store-order", "registration", "reservas", "prenotazioni", "envios", "expedition", "livraison",
            "spedizioni", "zakaz", "zakazy", "order-update", "refunds", "returns", "appointments", "appointment",
            "recruiting-system", "mitteilung", "kundenkonto", "ausleihe", "leihe", "mahnung", "mahnwesen", "ops",
            "receivable", "receivables", "collections", "dunning", "money", "finance", "ebill", "bill", "bills",
            "quittung", "bon", "zahlung", "zahlungen", "lieferung", "zustellung", "fahrgast", "passenger", "traveller",
            "traveler", "checkin", "boarding", "alarm", "alarme", "avisos", "aviso", "avis", "avvisi", "notifiche",
            "notificaciones", "powiadomienia", "bildirim", "odeme", "rachunki", "rachunek", "platnosci", "pagamenti",
            "pagos", "paiement", "paiements", "betaling", "betalingen", "reserveringen", "rezerwacje", "rezervasyon",
            "prenotazione", "reserva", "spedizione", "envio", "wysylka", "bezorging", "dostawa", "konto", "compte",
            "cuenta", "postfach", "portal", "sicherheit", "id", "meterstand", "zaehler", "ausfall", "stoerung",
            "stoerungen", "bewerbung", "bewerbungen", "recruitment", "applications", "rappel", "recordatorio",
            "promemoria", "herinnering", "poststelle", "meldungen", "meldung");
    private static final Set<String> FRONT = Set.of(
            "info", "hello", "hi", "hallo", "hola", "bonjour", "ciao", "support", "help", "helpdesk", "service",
            "contact", "kontakt", "contacto", "contatto", "contato", "team", "office", "sales", "admin",
            "kundenservice", "care", "customer", "customers", "customercare", "customerservice", "mail", "email",
            "post", "buero", "sekretariat", "welcome", "kundendienst", "webmaster", "postmaster", "member", "members",
            "mitglieder", "hr", "jobs", "accounting", "buchhaltung", "feedback", "survey", "surveys", "shop", "store",
            "studio", "hotel", "kundencenter", "kundendialog", "enquiries", "inquiries", "reception", "recepcion",
            "rezeption", "secretariat", "secretary", "secretaria", "segreteria", "verwaltung", "vorstand", "board",
            "moin", "ola", "hej", "hey", "kundenbetreuung", "crew", "experience", "client", "clients", "cliente",
            "clienti", "klantenservice", "obsluga", "bok", "musteri", "atendimento", "apoio", "assistenza", "freunde",
            "friends", "stories", "amministrazione", "administration", "administracion", "partners", "partner");
    private static final Set<String> BUSINESS_NAMES = Set.of(
            "team", "support", "service", "services", "gmbh", "inc", "ltd", "llc", "ag", "kg", "shop", "store", "news",
            "newsletter", "bank", "club", "online", "digest", "daily", "weekly", "notifications", "alerts", "billing",
            "customer", "care", "info", "kundenservice", "verlag", "magazin", "magazine", "media", "group", "company",
            "room", "rooms", "booking", "hotel", "hotels", "airlines", "airways", "versicherung", "insurance",
            "university", "the", "der", "die", "das", "le", "la", "les", "el", "los", "von", "via", "at", "from",
            "orders", "security", "account", "and", "und", "reservations", "express", "market", "app", "mail", "cloud",
            "stadtwerke", "update", "updates",
            // what is booked
            "raum", "saal", "besprechungsraum", "sitzungszimmer", "konferenzraum", "meetingraum", "salle", "sala",
            "zaal", "vergaderruimte", "fahrzeug", "poolfahrzeug", "kalender", "calendar", "printer", "drucker",
            "scanner",
            // houses and what they call themselves
            "museum", "muzeum", "museo", "theater", "theatre", "oper", "opera", "philharmonie", "galerie", "gallery",
            "library", "bibliothek", "kino", "cinema", "verein", "stiftung", "foundation", "society", "association",
            "associazione", "asociacion", "associacao", "festival", "academy", "akademie", "institute", "institut",
            "systems", "software", "solutions", "technologies", "hosting", "logistics", "logistik", "travel", "reisen",
            "viajes", "energy", "energie", "power", "telecom", "mobile", "mobil", "radio", "times", "journal",
            "gazette", "gazzetta", "review", "zeitung", "press", "redaktion", "books", "librairie", "libreria",
            "ksiegarnia", "apotheke", "pharmacy", "klinik", "clinic", "hospital", "council", "gemeente", "gemeinde",
            "mairie", "ayuntamiento", "comune", "school", "airline", "ferries", "ferry", "rail", "railway", "bahn",
            "trains", "parking", "pensions", "utilities", "brands", "boutique", "outlet", "garden", "gardens",
            "nursery", "kitchen", "coffee", "brewery", "bakery", "forum", "network", "community", "jobs", "careers",
            "job", "kundendialog", "portal", "accounts", "payments", "receipts", "desk", "system", "bot", "assistant");
    private static final Set<String> NETWORKS = Set.of(
            "linkedin.com", "facebookmail.com", "facebook.com", "twitter.com", "x.com", "instagram.com",
            "pinterest.com", "xing.com", "tiktok.com", "reddit.com", "redditmail.com", "quora.com", "nextdoor.com",
            "meetup.com", "tumblr.com", "vk.com", "weibo.com", "strava.com", "goodreads.com", "researchgate.net",
            "academia-mail.com", "academia.edu", "snapchat.com", "threads.net", "youtube.com", "douban.com",
            "zhihu.com", "ok.ru");
    private static final List<String> VIA = List.of(
            " via ", " über ", " über: ", " durch ", " tramite ", " przez ", " através d");
    private static final Set<String> FREE = Set.copyOf(Vocabulary.lines("free-mail.txt"));

    private SenderSigns() {}

    static void look(MessageHeaders headers, Set<Sign> signs) {
        if (headers.from().stream().noneMatch(EmailAddress::isDeliverable)) signs.add(Sign.NO_SENDER);
        if (headers.from().isEmpty()) return;
        var from = headers.from().getFirst();
        var local = local(from);
        address(local, from.domain(), signs);
        boolean desk = signs.contains(Sign.NO_REPLY) || signs.contains(Sign.NEWS_DESK)
                || signs.contains(Sign.RECORDS_DESK) || signs.contains(Sign.FRONT_DESK);
        if (!desk && isPersonsName(from, local)) signs.add(Sign.NAMED_PERSON);
        if (speaksForAnother(from.name().clipped(80).value())) signs.add(Sign.RELAYED);
        for (var other : headers.replyTo()) {
            if (isNoReply(local(other))) signs.add(Sign.NO_REPLY);
            else if (!other.key().equals(from.key())) {
                signs.add(Sign.ANSWERABLE);
                if (isToken(local(other))) signs.add(Sign.RELAYED);
            }
            if (!other.domain().equals(from.domain()) && !HeaderSigns.isOfSameOwner(other.domain(), from.domain()))
                signs.add(Sign.REPLIES_ELSEWHERE);
        }
    }

    private static void address(String local, String domain, Set<Sign> signs) {
        if (isNoReply(local)) signs.add(Sign.NO_REPLY);
        if (local.equals("mailer-daemon") || local.equals("postmaster")) {
            signs.add(Sign.DELIVERY_REPORT);
            return;
        }
        var parts = new HashSet<String>(List.of(local.split("[._+-]", -1)));
        parts.add(local);
        if (meets(parts, NEWS) || isNewsDomain(domain)) signs.add(Sign.NEWS_DESK);
        if (meets(parts, RECORDS)) signs.add(Sign.RECORDS_DESK);
        if (meets(parts, FRONT)) signs.add(Sign.FRONT_DESK);
        if (FREE.contains(domain)) signs.add(Sign.FREE_MAIL);
        if (NETWORKS.contains(domain) || NETWORKS.stream().anyMatch(it -> domain.endsWith("." + it)))
            signs.add(Sign.NETWORK);
    }

    private static boolean isNewsDomain(String domain) {
        return domain.startsWith("news.") || domain.startsWith("newsletter.") || domain.startsWith("marketing.")
                || domain.startsWith("promo.") || domain.startsWith("offers.") || domain.startsWith("campaign.");
    }

    private static boolean meets(Set<String> parts, Set<String> words) {
        for (var part : parts) if (words.contains(part)) return true;
        return false;
    }

    /** "Jo Nair via Loaf", "Jo Nair (Loaf)": how services name whom they pass on. */
    private static boolean speaksForAnother(String name) {
        for (var word : VIA) {
            int at = name.indexOf(word);
            if (at > 0 && name.substring(0, at).strip().indexOf(' ') > 0) return true;
        }
        return false;
    }

    /** "reply-aa81f0", "kim+7f31c2": an address that was made for one conversation. */
    private static boolean isToken(String local) {
        for (var part : local.split("[._+-]", -1)) {
            long digits = part.chars().filter(Character::isDigit).count();
            if (part.length() >= TOKEN && digits > 1) return true;
        }
        return false;
    }

    private static boolean isNoReply(String local) {
        var letters = new StringBuilder(local.length());
        for (int i = 0; i < local.length(); i++)
            if (Character.isLetter(local.charAt(i))) letters.append(local.charAt(i));
        for (var word : NO_REPLY) if (letters.indexOf(word) >= 0) return true;
        return false;
    }

    private static String local(EmailAddress address) {
        int at = address.address().lastIndexOf('@');
        return at < 0 ? "" : address.address().substring(0, at).toLowerCase(Locale.ROOT);
    }

    /** Two to four words, of which one is in the address, and none of those that companies are called by. */
    private static boolean isPersonsName(EmailAddress from, String local) {
        var name = from.name().clipped(80).value();
        if (name.chars().anyMatch(c -> Character.isDigit(c) || "|@&!:/+™®".indexOf(c) >= 0)) return false;
        var words = Folding.of(name).strip().split(" ", -1);
        // "Loaf-Board <board@loaf-board.example>": what is called by one word is no person
        if (words.length == 2 && name.strip().indexOf(' ') < 0) return false;
        if (words.length < 2 || words.length > 4) return false;
        var plain = Folding.of(local).replace(" ", "");
        // "Loaf Security <security@loaf.example>": an office, called by its house
        boolean office = plain.equals(words[words.length - 1]) && from.domain().contains(words[0]);
        if (office && !from.domain().contains(plain)) return false;
        boolean named = false;
        for (var word : words) {
            if (BUSINESS_NAMES.contains(word)) return false;
            named |= word.length() >= 3 && plain.contains(word);
        }
        return named;
    }
}
