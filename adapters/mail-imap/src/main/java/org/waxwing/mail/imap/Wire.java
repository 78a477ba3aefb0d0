package org.waxwing.mail.imap;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.angus.mail.iap.Argument;
import org.eclipse.angus.mail.iap.LiteralException;
import org.eclipse.angus.mail.iap.ParsingException;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.iap.ResponseInputStream;
import org.eclipse.angus.mail.imap.protocol.FetchItem;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import org.eclipse.angus.mail.util.MailLogger;
import org.jspecify.annotations.Nullable;
import org.waxwing.domain.sync.ConnectionProblem;
import org.waxwing.domain.sync.MailProviderException;
import org.waxwing.mail.network.Deadline;

/**
 * The library's IMAP protocol over our {@link Line}: commands in, responses out, each FETCH response handed on as it
 * arrives instead of being collected. Belongs to one thread.
 */
final class Wire extends IMAPProtocol {
    private static final System.Logger LOG = System.getLogger(Wire.class.getName());
    private static final Duration LONGEST_COMMAND = Duration.ofMinutes(15);
    private static final String FACTORY = "mail.imap.socketFactory";
    private static final long MOST_RETAINED = 32L << 20;
    // held, because a logger that nobody holds forgets its level
    private static final List<Logger> SILENT = List.of(
            silent("org.waxwing.mail.imap.wire"), silent("org.waxwing.mail.imap.wire.protocol"));
    private static final PrintStream NOWHERE = new PrintStream(
            OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    private static final PassedOn PASSED_ON = new PassedOn();

    private final Line line;
    // no initialisers: the constructor of the superclass has learnt these by the time ours would run
    private boolean capabilitiesTold;
    private @Nullable FetchTaker taker;
    private @Nullable Throwable takersFailure;
    private long retained;
    private Deadline running;

    /** In place of a response that was handed on. */
    private static final class PassedOn extends Response {
        PassedOn() {
            super("* PASSED ON");
        }
    }

    /** Takes the data of one message. */
    @FunctionalInterface
    interface FetchTaker {
        void take(FetchResponse response) throws IOException;
    }

    /** Takes the data of one message whose body may be too large for memory, and is a stream then. */
    @FunctionalInterface
    interface BodyTaker {
        void take(FetchResponse response, Optional<ResponseReader.Large> large) throws IOException;
    }

    /** What a {@link FetchTaker} threw, whatever it was; the connection is closed by then. */
    static final class TakerException extends Exception {
        TakerException(Throwable cause) {
            super(cause);
        }
    }

    private Wire(Line line) throws IOException, ProtocolException {
        // the address is never connected to; a literal is not looked up
        super("imap", "127.0.0.1", 143, properties(line), false,
                new MailLogger(SILENT.getFirst().getName(), "", false, NOWHERE));
        this.line = line;
        this.running = Deadline.NONE;
    }

    /** Reads the greeting and asks for the capabilities. */
    static Wire over(Line line) throws IOException, ProtocolException {
        return new Wire(line);
    }

    private static Properties properties(Line line) {
        var properties = new Properties();
        properties.put(FACTORY, new LineSocket.Factory(line));
        properties.put(FACTORY + ".fallback", "false");
        return properties;
    }

    private static Line lineOf(Properties properties) {
        if (properties.get(FACTORY) instanceof LineSocket.Factory factory) return factory.line();
        throw new IllegalStateException("A wire needs a line");
    }

    // the library traces what goes over the wire; no configuration may make it write mail or passwords to a log
    private static Logger silent(String name) {
        var logger = Logger.getLogger(name);
        logger.setLevel(Level.OFF);
        return logger;
    }

    @Override
    protected ResponseInputStream getInputStream() {
        return responses();
    }

    private ResponseReader responses() {
        // asked for by the constructor of the superclass too, before our own fields are set
        return lineOf(props).responses();
    }

    @Override
    public FetchItem[] getFetchItems() {
        return RemoteIdItems.all();
    }

    @Override
    protected void parseCapabilities(Response told) {
        capabilitiesTold = true;
        super.parseCapabilities(told);
    }

    @Override
    public String writeCommand(String command, @Nullable Argument arguments) throws IOException, ProtocolException {
        capabilitiesTold = false;
        return super.writeCommand(command, arguments);
    }

    /** Whether the server told its capabilities in its answer to the last command. */
    boolean hasToldCapabilities() {
        return capabilitiesTold;
    }

    @Override
    protected void processGreeting(Response greeting) throws ProtocolException {
        boolean expected = greeting.isUnTagged()
                && (greeting.isOK() || greeting.isBYE() || ((IMAPResponse) greeting).keyEquals("PREAUTH"));
        if (!expected) throw new MailProviderException(ConnectionProblem.NOT_A_MAIL_SERVER);
        if (greeting.isBYE()) throw new MailProviderException(problemOfBye(greeting));
        lineOf(props).greeted();
        super.processGreeting(greeting);
    }

    @Override
    public Response readResponse() throws IOException, ProtocolException {
        if (retained > MOST_RETAINED) throw new IOException("An answer that does not end");
        long before = retained;
        Response response;
        try {
            response = super.readResponse();
        } catch (IndexOutOfBoundsException | NullPointerException | ClassCastException e) {
            // the library trusts the grammar more than servers deserve; it skips what fails in this way
            throw new ParsingException("A response out of grammar");
        } finally {
            retained += responses().lastLength();
        }
        if (taker != null && response instanceof FetchResponse fetched) {
            retained = before;
            pass(fetched, taker);
            return PASSED_ON;
        }
        responses().keep();
        return response;
    }

    private void pass(FetchResponse fetched, FetchTaker to) throws IOException {
        try {
            to.take(fetched);
        } catch (IOException | RuntimeException | Error e) {
            takersFailure = e;
            throw new IOException("Not taken", e);
        }
    }

    /** {@inheritDoc} <p>By one round trip where the server allows that (RFC 4959). */
    @Override
    @SuppressWarnings("UnsynchronizedOverridesSynchronized")
    public void authplain(String onBehalfOf, String username, String password) throws ProtocolException {
        if (!hasCapability("SASL-IR")) {
            super.authplain(onBehalfOf, username, password);
            return;
        }
        var said = (onBehalfOf + '\0' + username + '\0' + password).getBytes(StandardCharsets.UTF_8);
        signedIn(command("AUTHENTICATE PLAIN " + Base64.getEncoder().encodeToString(said), null));
    }

    /**
     * Takes the answer to a sign-in, with what it tells of capabilities.
     *
     * @throws ProtocolException it is not OK
     */
    void signedIn(Response[] responses) throws ProtocolException {
        handleCapabilityResponse(responses);
        var result = responses[responses.length - 1];
        handleResult(result);
        setCapabilities(result);
    }

    /**
     * {@inheritDoc}
     *
     * <p>As in the superclass, but without its monitor: that would pin a virtual thread for as long as the server thinks.
     */
    @Override
    @SuppressWarnings("UnsynchronizedOverridesSynchronized")
    public Response[] command(String command, @Nullable Argument arguments) {
        var responses = new ArrayList<Response>();
        Response bye = null;
        try {
            var tag = writeCommand(command, arguments);
            while (true) {
                var response = readAnything();
                if (response instanceof PassedOn) continue;
                if (response.isBYE()) bye = response;
                else responses.add(response);
                if (response.isTagged() && tag.equals(response.getTag())) break;
            }
        } catch (LiteralException e) {
            responses.add(e.getResponse());
        } catch (IOException | ProtocolException e) {
            if (bye == null) bye = Response.byeResponse(e);
        }
        if (bye != null) responses.add(bye);
        return responses.toArray(new Response[0]);
    }

    /** The next response that can be understood. */
    private Response readAnything() throws IOException {
        while (true) {
            try {
                return readResponse();
            } catch (ProtocolException e) {
                // garbled: the next one may be good again
                LOG.log(System.Logger.Level.TRACE, "A response was skipped");
            }
        }
    }

    /**
     * Carries out one command.
     *
     * @return what the server said, its result last
     * @throws RefusedException it said NO or BAD
     * @throws MailProviderException the connection is gone
     */
    Response[] ask(String command, @Nullable Argument arguments) throws RefusedException {
        retained = 0;
        responses().begin();
        var limit = line.within(LONGEST_COMMAND);
        running = limit;
        try {
            Response[] responses = command(command, arguments);
            Response result = responses[responses.length - 1];
            if (result.isOK()) return responses;
            if (result.isNO() || result.isBAD()) throw new RefusedException(new ServerText(result.getRest()));
            line.close();
            throw new MailProviderException(problemOfBye(result));
        } finally {
            limit.met();
            running = Deadline.NONE;
        }
    }

    /** The same for a command that is complete as it stands. */
    Response[] ask(String command) throws RefusedException {
        return ask(command, null);
    }

    /**
     * Carries out one command that fetches. What is handed to {@code to} is valid until it returns.
     *
     * @return what the server said besides
     * @throws RefusedException the server said NO or BAD, perhaps after some messages
     * @throws MailProviderException the connection is gone
     * @throws TakerException thrown by {@code to}
     */
    Response[] fetch(String command, FetchTaker to) throws RefusedException, TakerException {
        responses().reuse();
        return fetching(command, to);
    }

    /** As {@link #fetch}; what is handed to {@code to} stays valid. */
    Response[] fetchToKeep(String command, FetchTaker to) throws RefusedException, TakerException {
        return fetching(command, to);
    }

    /** As {@link #fetch} for whole messages, of which only small ones are held in memory. */
    void stream(String command, BodyTaker to) throws RefusedException, TakerException {
        var responses = responses();
        responses.stream(this::goesOn);
        fetching(command, response -> to.take(response, responses.large()));
    }

    /** The command that is being carried out gets on: it may go on as long again. */
    void goesOn() {
        running.again();
    }

    private Response[] fetching(String command, FetchTaker to) throws RefusedException, TakerException {
        taker = to;
        takersFailure = null;
        try {
            return ask(command, null);
        } catch (MailProviderException e) {
            if (takersFailure != null) throw new TakerException(takersFailure);
            throw e;
        } finally {
            taker = null;
            responses().keepAll();
        }
    }

    static ConnectionProblem problemOfBye(Response bye) {
        return !bye.isSynthetic() && new ServerText(bye.getRest()).saysLater()
                ? ConnectionProblem.THROTTLED
                : ConnectionProblem.CONNECTION_LOST;
    }

    /**
     * Begins IDLE, up to the server's consent.
     *
     * @return the tag of the answer that will end it
     * @throws RefusedException the server has no IDLE after all
     */
    String startIdle() throws IOException, ProtocolException {
        retained = 0;
        responses().begin();
        String tag = writeCommand("IDLE", null);
        while (true) {
            Response response = readResponse();
            if (response.isContinuation()) return tag;
            if (response.isTagged()) throw new RefusedException(new ServerText(response.getRest()));
            if (response.isBYE()) throw new IOException("The server hangs up");
        }
    }

    /** Asks the server to end IDLE; its tagged answer is still to come. */
    void endIdle() throws IOException {
        getOutputStream().write("DONE\r\n".getBytes(StandardCharsets.US_ASCII));
        getOutputStream().flush();
    }

    /** Says a line within a command: the answer to a challenge. */
    void reply(String words) throws IOException {
        getOutputStream().write((words + "\r\n").getBytes(StandardCharsets.US_ASCII));
        getOutputStream().flush();
    }

    @Override
    public synchronized void disconnect() {
        lineOf(props).close();
    }
}
