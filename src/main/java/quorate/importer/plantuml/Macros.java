package quorate.importer.plantuml;

import java.util.regex.Pattern;

/** The names of the C4 macros. */
final class Macros {

    static final Pattern ELEMENT = Pattern.compile("(Person|System|Container|Component)(Db|Queue)?(_Ext)?");
    static final Pattern BOUNDARY = Pattern.compile("(|Enterprise_|System_|Container_|Component_)Boundary");
    static final Pattern NODE = Pattern.compile("(?:Deployment_)?Node(?:_[LR])?");
    static final Pattern RELATION = Pattern.compile(
            "(Bi)?Rel(Index)?(?:_(Back_Neighbor|Back|Neighbor|D|Down|U|Up|L|Left|R|Right|))?");

    /** Macros that say how something looks. */
    private static final Pattern LOOK = Pattern.compile(
            "LAYOUT_\\w+|SHOW_\\w+|HIDE_\\w+|SET_SKETCH_STYLE|Lay_\\w+|(?:Add|Update)\\w*(?:Tag|Style|Title|Property|Entry)"
                    + "|Set(?:PropertyHeader|DefaultLegendEntries|Index)|WithoutPropertyHeader|Boundary_End|increment|setIndex"
                    + "|(?:Last)?Index|C4Version\\w*|UpdateLegendTitle|UpdateSkinparamsAndLegendEntry");

    /** A line that begins with a macro of C4 which draws something. */
    static final Pattern DRAWS = Pattern.compile("(?m)^[ \\t]*+(?:" + ELEMENT.pattern() + "|" + BOUNDARY.pattern() + "|"
            + NODE.pattern() + "|" + RELATION.pattern() + ")[ \\t]*+\\(");

    private Macros() {}

    static boolean draws(String name) {
        return ELEMENT.matcher(name).matches() || BOUNDARY.matcher(name).matches() || NODE.matcher(name).matches()
                || RELATION.matcher(name).matches();
    }

    static boolean isKnown(String name) {
        return draws(name) || LOOK.matcher(name).matches();
    }
}
