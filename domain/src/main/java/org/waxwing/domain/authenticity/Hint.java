package org.waxwing.domain.authenticity;

/** Something that a careful reader would notice about a message, with what it is about. */
public sealed interface Hint {
    /** The owner of the sender's domain says that this message is not theirs (DMARC). */
    record NotTheirs(String domain) implements Hint {
        @Override
        public boolean isGrave() {
            return true;
        }
    }

    /** The name of the sender is an address, and another one than the real one. */
    record NameIsAnotherAddress(String shown, String real) implements Hint {
        @Override
        public boolean isGrave() {
            return true;
        }
    }

    /** The sender's domain could be taken for one that the reader knows. */
    record LooksLike(String domain, String known) implements Hint {
        @Override
        public boolean isGrave() {
            return true;
        }
    }

    /** The sender's domain mixes writings, or poses as Latin. */
    record StrangeLetters(String shown, String ascii) implements Hint {
        @Override
        public boolean isGrave() {
            return true;
        }
    }

    /** Carries the name of the reader, or of the account, and is from somebody else. */
    record CarriesYourName(String name, String address) implements Hint {
        @Override
        public boolean isGrave() {
            return false;
        }
    }

    /** Answers go to somebody else's mailbox at a provider that anybody can use. */
    record AnswersElsewhere(String replyTo, String from) implements Hint {
        @Override
        public boolean isGrave() {
            return false;
        }
    }

    /** A stranger asks for a sign-in or for secrets. */
    record AsksForSecrets() implements Hint {
        @Override
        public boolean isGrave() {
            return false;
        }
    }

    /** A stranger asks for money, or to change where it goes. */
    record AsksForMoney() implements Hint {
        @Override
        public boolean isGrave() {
            return false;
        }
    }

    /** Whether it is hardly an accident. */
    boolean isGrave();
}
