package quorate.review.first.planted;

import quorate.review.second.planted.OtherStep;

/** A step of the review that knows another. */
final class OneStep {
    OtherStep other;
}
