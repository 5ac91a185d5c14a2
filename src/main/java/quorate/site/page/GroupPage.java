package quorate.site.page;

/** Some components of a system that is too large for one picture. */
public record GroupPage(Frame frame, Mark verdict, String line, Diagram diagram, Table components, Table relations) implements Page {

    @Override
    public String template() {
        return "group";
    }
}
