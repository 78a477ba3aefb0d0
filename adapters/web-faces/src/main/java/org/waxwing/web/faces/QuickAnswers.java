package org.waxwing.web.faces;

import jakarta.el.ELContext;
import jakarta.el.ELException;
import jakarta.el.ELResolver;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What pages ask most, answered without a search: the parts of records, and texts. The container's own resolvers look
 * through all methods of a class for every single question, and a list of conversations asks thousands; that took more
 * than half of the time of a page. Whatever this does not know is left to them.
 */
public class QuickAnswers extends ELResolver {
    private static final ClassValue<Map<String, MethodHandle>> PARTS = new ClassValue<>() {
        @Override
        protected Map<String, MethodHandle> computeValue(Class<?> type) {
            return parts(type);
        }
    };

    private static Map<String, MethodHandle> parts(Class<?> type) {
        var found = new HashMap<String, MethodHandle>();
        if (!Modifier.isPublic(type.getModifiers())) return found;
        for (var method : type.getDeclaredMethods()) {
            int modifiers = method.getModifiers();
            if (!Modifier.isPublic(modifiers) || Modifier.isStatic(modifiers) || method.getParameterCount() > 0)
                continue;
            try {
                found.put(method.getName(), MethodHandles.publicLookup().unreflect(method));
            } catch (IllegalAccessException leftToOthers) {
                // it lies in a class that cannot be reached from here
            }
        }
        return found;
    }

    @Override
    public @Nullable Object invoke(
            ELContext context,
            @Nullable Object base,
            Object method,
            Class<?> @Nullable [] types,
            Object @Nullable [] given) {
        if (base instanceof Words words && "of".equals(method)) return text(context, words, given);
        if (!(base instanceof Record) || (given != null && given.length > 0)) return null;
        var part = PARTS.get(base.getClass()).get(String.valueOf(method));
        if (part == null) return null;
        context.setPropertyResolved(base, method);
        try {
            return part.invoke(base);
        } catch (Error failure) {
            throw failure;
        } catch (Throwable failure) {
            // what a method handle may throw; expressions fail with this
            throw new ELException(failure);
        }
    }

    private static @Nullable Object text(ELContext context, Words words, Object @Nullable [] given) {
        if (given == null || given.length == 0 || !(given[0] instanceof String key)) return null;
        for (var value : given) if (value == null) return null;
        var text = switch (given.length) {
            case 1 -> words.of(key);
            case 2 -> words.of(key, given[1]);
            case 3 -> words.of(key, given[1], given[2]);
            default -> null;
        };
        if (text != null) context.setPropertyResolved(words, "of");
        return text;
    }

    @Override
    public @Nullable Object getValue(ELContext context, @Nullable Object base, @Nullable Object property) {
        return null;
    }

    @Override
    public @Nullable Class<?> getType(ELContext context, @Nullable Object base, @Nullable Object property) {
        return null;
    }

    @Override
    public void setValue(ELContext context, @Nullable Object base, @Nullable Object property, @Nullable Object value) {
        // nothing here can be changed
    }

    @Override
    public boolean isReadOnly(ELContext context, @Nullable Object base, @Nullable Object property) {
        return false;
    }

    @Override
    public @Nullable Class<?> getCommonPropertyType(ELContext context, @Nullable Object base) {
        return null;
    }
}
