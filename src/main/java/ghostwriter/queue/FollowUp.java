package ghostwriter.queue;

/// What was asked of a job too late to be in its draft.
///
/// @param accepted whether it is a wish of its own, which is drafted in any case; a mere repetition
///   is drafted only where it points to something or something new was said
record FollowUp(Asked asked, boolean accepted) {
  FollowUp and(FollowUp newer) {
    return new FollowUp(asked.and(newer.asked), accepted || newer.accepted);
  }

  boolean leavesSomething(boolean newMaterial) {
    return accepted || newMaterial || asked.pointsSomewhere();
  }
}
