package org.waxwing.web.faces;

import jakarta.faces.FacesException;
import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerFactory;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.FacesContext;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Loads a page afresh when what the server remembered of it is gone, instead of showing an error. */
public class ExpiredViews extends ExceptionHandlerFactory {
    /** Wraps the handlers of {@code wrapped}. */
    public ExpiredViews(ExceptionHandlerFactory wrapped) {
        super(wrapped);
    }

    @Override
    public ExceptionHandler getExceptionHandler() {
        return new Handler(getWrapped().getExceptionHandler());
    }

    private static final class Handler extends ExceptionHandlerWrapper {
        Handler(ExceptionHandler wrapped) {
            super(wrapped);
        }

        @Override
        public void handle() throws FacesException {
            for (var events = getUnhandledExceptionQueuedEvents().iterator(); events.hasNext();) {
                if (getRootCause(events.next().getContext().getException()) instanceof ViewExpiredException expired) {
                    events.remove();
                    loadAfresh(expired.getViewId());
                }
            }
            getWrapped().handle();
        }

        private static void loadAfresh(String viewId) {
            var context = FacesContext.getCurrentInstance();
            var external = context.getExternalContext();
            try {
                external.redirect(external.getRequestContextPath() + viewId + "?expired=1");
            } catch (IOException e) {
                throw new UncheckedIOException("The browser has gone", e);
            }
            context.responseComplete();
        }
    }
}
