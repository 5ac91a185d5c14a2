package quorate.site.diagram;

/** Gives the parts of a graph their places. The same graph always gets the same places. */
public interface Layout {

    Drawing place(Graph graph);
}
