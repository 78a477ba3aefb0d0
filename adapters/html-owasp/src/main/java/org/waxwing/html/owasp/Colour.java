package org.waxwing.html.owasp;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A colour of a mail, and what becomes of it on a dark page: lightness is turned in OKLab, so that hue stays and what
 * could be read still can be; what is dark already stays as it is.
 *
 * @param red 0 to 1, as the other two, gamma-encoded as CSS writes them
 * @param alpha 0 to 1
 */
record Colour(double red, double green, double blue, double alpha) {
    /** What a colour is used for. */
    enum Use {
        /** Letters. */
        TEXT,
        /** What letters stand on. */
        GROUND,
        /** Borders and rules. */
        LINE
    }

    // lightness of the dark page, see SafeDocument
    private static final double PAPER = 0.215;
    private static final Pattern HEX = Pattern.compile("#?([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})");
    private static final Pattern FUNCTION = Pattern.compile("(rgb|hsl)a?\\(([^()]{1,80})\\)");
    private static final Pattern PARTS = Pattern.compile("[\\s,/]+");
    private static final Map<String, Integer> NAMES = names();

    /** A colour as CSS or an old attribute writes it; empty for words that mean one of the page's, and for nonsense. */
    static Optional<Colour> of(String written) {
        var text = written.strip().toLowerCase(Locale.ROOT);
        var named = NAMES.get(text);
        if (named != null) return Optional.of(of(named, 1));
        var hex = HEX.matcher(text);
        if (hex.matches()) return Optional.of(ofHex(hex.group(1)));
        var function = FUNCTION.matcher(text);
        if (!function.matches()) return Optional.empty();
        try {
            return function.group(1).equals("rgb") ? rgb(function.group(2)) : hsl(function.group(2));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** The value in CSS that is this colour on a light page and a fitting one on a dark page. */
    static String adaptive(String written, Colour colour, Use use) {
        var dark = colour.inTheDark(use);
        return dark.equals(colour) ? written : "light-dark(" + written + "," + dark.css() + ")";
    }

    /** What it is on a dark page. */
    Colour inTheDark(Use use) {
        if (alpha == 0) return this;
        var lab = Lab.of(this);
        double light = switch (use) {
            case TEXT -> lab.light() >= 0.64 ? lab.light() : Math.max(0.66, 0.93 - 0.5 * lab.light());
            // the stronger the colour, the more of it has to be seen
            case GROUND -> lab.light() <= 0.5
                    ? lab.light()
                    : PAPER + (1 - lab.light()) * 0.57 + 0.6 * Math.hypot(lab.a(), lab.b());
            case LINE -> {
                if (lab.light() > 0.5) yield PAPER + 0.09 + (1 - lab.light()) * 0.5;
                yield Math.max(lab.light(), 0.45);
            }
        };
        return light == lab.light() ? this : lab.at(light).colour(alpha);
    }

    private String css() {
        var hex = "#%02x%02x%02x".formatted(Math.round(red * 255), Math.round(green * 255), Math.round(blue * 255));
        return alpha >= 1 ? hex : hex + "%02x".formatted(Math.round(alpha * 255));
    }

    private static Colour of(int rgb, double alpha) {
        return new Colour((rgb >> 16 & 0xFF) / 255.0, (rgb >> 8 & 0xFF) / 255.0, (rgb & 0xFF) / 255.0, alpha);
    }

    private static Colour ofHex(String digits) {
        var full = digits;
        if (digits.length() <= 4) full = digits.replaceAll("(.)", "$1$1");
        var rgb = Integer.parseInt(full.substring(0, 6), 16);
        return of(rgb, full.length() == 8 ? Integer.parseInt(full.substring(6), 16) / 255.0 : 1);
    }

    private static Optional<Colour> rgb(String inside) {
        var parts = PARTS.split(inside.strip(), -1);
        if (parts.length < 3 || parts.length > 4) return Optional.empty();
        return Optional.of(new Colour(
                share(parts[0], 255), share(parts[1], 255), share(parts[2], 255),
                parts.length == 4 ? share(parts[3], 1) : 1));
    }

    private static Optional<Colour> hsl(String inside) {
        var parts = PARTS.split(inside.strip(), -1);
        if (parts.length < 3 || parts.length > 4) return Optional.empty();
        double hue = (number(parts[0].replace("deg", "")) % 360 + 360) % 360;
        double saturation = share(parts[1], 100);
        double lightness = share(parts[2], 100);
        double reach = saturation * Math.min(lightness, 1 - lightness);
        return Optional.of(new Colour(
                channel(0, hue, lightness, reach), channel(8, hue, lightness, reach),
                channel(4, hue, lightness, reach),
                parts.length == 4 ? share(parts[3], 1) : 1));
    }

    private static double channel(int offset, double hue, double lightness, double reach) {
        double k = (offset + hue / 30) % 12;
        return lightness - reach * Math.max(-1, Math.min(Math.min(k - 3, 9 - k), 1));
    }

    private static double share(String part, double whole) {
        double share = part.endsWith("%")
                ? number(part.substring(0, part.length() - 1)) / 100
                : number(part) / whole;
        return Math.max(0, Math.min(1, share));
    }

    private static double number(String part) {
        double number = Double.parseDouble(part);
        if (!Double.isFinite(number)) throw new NumberFormatException("not a number of a colour");
        return number;
    }

    /** The same colour by lightness and two axes of hue (Björn Ottosson, 2020). */
    private record Lab(double light, double a, double b) {
        static Lab of(Colour colour) {
            double red = linear(colour.red());
            double green = linear(colour.green());
            double blue = linear(colour.blue());
            double l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
            double m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
            double s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
            return new Lab(
                    0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
                    1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
                    0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s);
        }

        Lab at(double otherLight) {
            return new Lab(otherLight, a, b);
        }

        /** The nearest colour of the same hue that a screen has. */
        Colour colour(double alpha) {
            double chroma = 1;
            for (int attempt = 0; attempt < 24; attempt++, chroma *= 0.88) {
                var rgb = linear(light, a * chroma, b * chroma);
                if (isShown(rgb[0]) && isShown(rgb[1]) && isShown(rgb[2])) return gamma(rgb, alpha);
            }
            return gamma(linear(light, 0, 0), alpha);
        }

        private static boolean isShown(double channel) {
            return channel >= -0.0005 && channel <= 1.0005;
        }

        private static double[] linear(double light, double a, double b) {
            double l = cube(light + 0.3963377774 * a + 0.2158037573 * b);
            double m = cube(light - 0.1055613458 * a - 0.0638541728 * b);
            double s = cube(light - 0.0894841775 * a - 1.2914855480 * b);
            return new double[]{
                    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
                    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
                    -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s};
        }

        private static double cube(double x) {
            return x * x * x;
        }

        private static double linear(double channel) {
            return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
        }

        private static Colour gamma(double[] rgb, double alpha) {
            return new Colour(gamma(rgb[0]), gamma(rgb[1]), gamma(rgb[2]), alpha);
        }

        private static double gamma(double channel) {
            double c = Math.max(0, Math.min(1, channel));
            return c <= 0.0031308 ? 12.92 * c : 1.055 * Math.pow(c, 1 / 2.4) - 0.055;
        }
    }

    private static Map<String, Integer> names() {
        var names = new HashMap<String, Integer>();
        var words = """
                aliceblue f0f8ff antiquewhite faebd7 aqua 00ffff aquamarine 7fffd4 azure f0ffff beige f5f5dc bisque ffe4c4
                black 000000 blanchedalmond ffebcd blue 0000ff blueviolet 8a2be2 brown a52a2a burlywood deb887
                cadetblue 5f9ea0 chartreuse 7fff00 chocolate d2691e coral ff7f50 cornflowerblue 6495ed cornsilk fff8dc
                crimson dc143c cyan 00ffff darkblue 00008b darkcyan 008b8b darkgoldenrod b8860b darkgray a9a9a9
                darkgreen 006400 darkgrey a9a9a9 darkkhaki bdb76b darkmagenta 8b008b darkolivegreen 556b2f
                darkorange ff8c00 darkorchid 9932cc darkred 8b0000 darksalmon e9967a darkseagreen 8fbc8f
                darkslateblue 483d8b darkslategray 2f4f4f darkslategrey 2f4f4f darkturquoise 00ced1 darkviolet 9400d3
                deeppink ff1493 deepskyblue 00bfff dimgray 696969 dimgrey 696969 dodgerblue 1e90ff firebrick b22222
                floralwhite fffaf0 forestgreen 228b22 fuchsia ff00ff gainsboro dcdcdc ghostwhite f8f8ff gold ffd700
                goldenrod daa520 gray 808080 green 008000 greenyellow adff2f grey 808080 honeydew f0fff0 hotpink ff69b4
                indianred cd5c5c indigo 4b0082 ivory fffff0 khaki f0e68c lavender e6e6fa lavenderblush fff0f5
                lawngreen 7cfc00 lemonchiffon fffacd lightblue add8e6 lightcoral f08080 lightcyan e0ffff
                lightgoldenrodyellow fafad2 lightgray d3d3d3 lightgreen 90ee90 lightgrey d3d3d3 lightpink ffb6c1
                lightsalmon ffa07a lightseagreen 20b2aa lightskyblue 87cefa lightslategray 778899 lightslategrey 778899
                lightsteelblue b0c4de lightyellow ffffe0 lime 00ff00 limegreen 32cd32 linen faf0e6 magenta ff00ff
                maroon 800000 mediumaquamarine 66cdaa mediumblue 0000cd mediumorchid ba55d3 mediumpurple 9370db
                mediumseagreen 3cb371 mediumslateblue 7b68ee mediumspringgreen 00fa9a mediumturquoise 48d1cc
                mediumvioletred c71585 midnightblue 191970 mintcream f5fffa mistyrose ffe4e1 moccasin ffe4b5
                navajowhite ffdead navy 000080 oldlace fdf5e6 olive 808000 olivedrab 6b8e23 orange ffa500
                orangered ff4500 orchid da70d6 palegoldenrod eee8aa palegreen 98fb98 paleturquoise afeeee
                palevioletred db7093 papayawhip ffefd5 peachpuff ffdab9 peru cd853f pink ffc0cb plum dda0dd
                powderblue b0e0e6 purple 800080 rebeccapurple 663399 red ff0000 rosybrown bc8f8f royalblue 4169e1
                saddlebrown 8b4513 salmon fa8072 sandybrown f4a460 seagreen 2e8b57 seashell fff5ee sienna a0522d
                silver c0c0c0 skyblue 87ceeb slateblue 6a5acd slategray 708090 slategrey 708090 snow fffafa
                springgreen 00ff7f steelblue 4682b4 tan d2b48c teal 008080 thistle d8bfd8 tomato ff6347 turquoise 40e0d0
                violet ee82ee wheat f5deb3 white ffffff whitesmoke f5f5f5 yellow ffff00 yellowgreen 9acd32
                """.strip().split("\\s+", -1);
        for (int i = 0; i < words.length; i += 2) names.put(words[i], Integer.parseInt(words[i + 1], 16));
        return Map.copyOf(names);
    }
}
