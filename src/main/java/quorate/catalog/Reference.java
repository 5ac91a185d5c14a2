package quorate.catalog;

/**
 * A source of an entry.
 *
 * @param year of publication, 0 if not given
 * @param asOf version or date of the source that was read
 */
public record Reference(
        String id, String authors, String title, String venue, int year, String doi, String url, String asOf) {

    public Reference {
        id = Absent.text(id);
        authors = Absent.text(authors);
        title = Absent.text(title);
        venue = Absent.text(venue);
        doi = Absent.text(doi);
        url = Absent.text(url);
        asOf = Absent.text(asOf);
    }

    /** The address: its own, else that of its DOI, else empty. */
    public String address() {
        if (!url.isEmpty()) {
            return url;
        }
        return doi.isEmpty() ? "" : "https://doi.org/" + doi;
    }
}
