package org.waxwing.web.faces.account;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.waxwing.application.account.AskForConsent;
import org.waxwing.application.account.LookAtSignIn;
import org.waxwing.application.runtime.CurrentUser;
import org.waxwing.application.world.House;
import org.waxwing.domain.account.Account;
import org.waxwing.domain.account.ConsentRequest;
import org.waxwing.domain.content.UntrustedText;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.domain.identity.OrganisationId;
import org.waxwing.domain.identity.Person;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.world.ScriptedOAuthClient;
import org.waxwing.web.faces.TestBeans;

/** Going to a mail provider and coming back. */
class ConsentServletsTest {
    private static final Callback CALLBACK = Callback.of(URI.create("https://mail.example.org/"));

    private final House house = new House();
    private final PersonId ada = house.world().somebody();
    private Map<String, Object> session = new HashMap<>();
    private String goesTo = "";

    private CurrentUser user() {
        var person = new Person(ada, new OrganisationId(ada.value()), new UntrustedText("Ada"),
                EmailAddress.of("ada@example.org"));
        return TestBeans.fake(CurrentUser.class, Map.of("person", () -> person));
    }

    private HttpServletRequest request(Map<String, String> parameters) {
        var kept = session;
        var itsSession = proxy(HttpSession.class, (name, given) -> switch (name) {
            case "getAttribute" -> kept.get((String) given[0]);
            case "setAttribute" -> kept.put((String) given[0], given[1]);
            default -> throw new AssertionError(name);
        });
        return proxy(HttpServletRequest.class, (name, given) -> switch (name) {
            case "getParameter" -> parameters.get((String) given[0]);
            case "getSession" -> itsSession;
            case "getContextPath" -> "";
            default -> throw new AssertionError(name);
        });
    }

    private HttpServletResponse response() {
        return proxy(HttpServletResponse.class, (name, given) -> {
            if (name.equals("setHeader") && given[0].equals("Location")) goesTo = (String) given[1];
            return null;
        });
    }

    @FunctionalInterface
    private interface Answer {
        @org.jspecify.annotations.Nullable
        Object to(String method, Object[] given);
    }

    private static <T> T proxy(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[]{type},
                (self, method, given) -> answer.to(method.getName(), given)));
    }

    private ConsentRequest start(String account) throws IOException {
        var start = new ConsentStart(
                user(), new AskForConsent(house.oauth()),
                new LookAtSignIn(house.transactions(), house.world().accounts(), house.world().vault()), CALLBACK,
                house.clock());
        start.doGet(request(Map.of("provider", "custom", "account", account)), response());
        assertThat(goesTo).startsWith("https://id.example.org/authorise?state=");
        var state = goesTo.substring(goesTo.indexOf('=') + 1);
        var number = state.substring(state.indexOf('-') + 1);
        return new ConsentRequest("custom", URI.create(goesTo), state,
                new org.waxwing.domain.account.Secret("verifier-" + number), CALLBACK.address());
    }

    private String comeBack(Map<String, String> parameters) throws IOException {
        new ConsentReturn(user(), house.connectByConsent(), house.clock()).doGet(request(parameters), response());
        return goesTo;
    }

    private Map<String, String> consented(ConsentRequest request, String address) {
        return Map.of("state", request.state(), "code", house.oauth().consent(request, address).value());
    }

    private Account only() {
        return house.as(ada, () -> house.world().accounts().all()).getFirst();
    }

    private boolean nothingIsConnected() {
        return house.as(ada, () -> house.world().accounts().all()).isEmpty();
    }

    @Test
    void connects_the_mailbox_and_shows_its_mail_arrive() throws IOException {
        var next = comeBack(consented(start(""), "ada@example.org"));

        assertThat(next).isEqualTo("/account-added.xhtml?account=" + only().id());
        assertThat(only().address().address()).isEqualTo("ada@example.org");
    }

    @Test
    void reconnects_the_account_that_it_was_for() throws IOException {
        comeBack(consented(start(""), "ada@example.org"));
        var id = only().id().toString();

        var other = comeBack(consented(start(id), "eve@example.org"));
        var same = comeBack(consented(start(id), "ada@example.org"));

        assertThat(other).isEqualTo("/account-reconnect.xhtml?account=" + id + "&consent=other-mailbox");
        assertThat(same).isEqualTo("/accounts.xhtml?reconnected=" + id);
    }

    @Test
    void an_answer_counts_once() throws IOException {
        var answer = consented(start(""), "ada@example.org");
        comeBack(answer);

        assertThat(comeBack(answer)).isEqualTo("/account-new.xhtml?consent=expired");
    }

    @Test
    void an_answer_counts_in_the_session_that_asked_alone() throws IOException {
        var answer = consented(start(""), "eve@example.org");
        session = new HashMap<>();

        assertThat(comeBack(answer)).isEqualTo("/account-new.xhtml?consent=expired");
        assertThat(comeBack(Map.of())).isEqualTo("/account-new.xhtml?consent=expired");
        assertThat(nothingIsConnected()).isTrue();
    }

    @Test
    void an_answer_counts_for_some_minutes() throws IOException {
        var answer = consented(start(""), "ada@example.org");
        house.pass(Duration.ofMinutes(15));

        assertThat(comeBack(answer)).isEqualTo("/account-new.xhtml?consent=expired");
    }

    @Test
    void a_session_waits_for_few_answers() throws IOException {
        var first = consented(start(""), "ada@example.org");
        for (int i = 0; i < 5; i++) start("");

        assertThat(comeBack(first)).isEqualTo("/account-new.xhtml?consent=expired");
    }

    @Test
    void tells_whoever_declined_that_nothing_happened() throws IOException {
        var request = start("");

        assertThat(comeBack(Map.of("state", request.state(), "error", "access_denied")))
                .isEqualTo("/account-new.xhtml?consent=declined");
        assertThat(comeBack(Map.of("state", start("").state(), "error", "invalid_scope")))
                .isEqualTo("/account-new.xhtml?consent=not-offered");
        assertThat(comeBack(Map.of("state", start("").state())))
                .isEqualTo("/account-new.xhtml?consent=not-granted");
        assertThat(nothingIsConnected()).isTrue();
    }

    @Test
    void goes_to_no_provider_that_is_not_set_up() throws IOException {
        new ConsentStart(
                user(), new AskForConsent(house.oauth()),
                new LookAtSignIn(house.transactions(), house.world().accounts(), house.world().vault()), CALLBACK,
                house.clock()).doGet(request(Map.of("provider", "https://evil.example")), response());

        assertThat(goesTo).isEqualTo("/account-new.xhtml?consent=not-offered");
    }

    @Test
    void comes_back_to_the_public_address() {
        assertThat(CALLBACK.address()).hasToString("https://mail.example.org/oauth/callback");
        assertThat(ScriptedOAuthClient.PROVIDER.key()).isEqualTo("custom");
    }
}
