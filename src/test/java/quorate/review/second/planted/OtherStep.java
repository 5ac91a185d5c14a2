package quorate.review.second.planted;

/** A step of the review that another one knows. */
public final class OtherStep {}
