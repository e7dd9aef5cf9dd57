package ghostwriter.drafting;

import ghostwriter.transcript.Through;

/// A model's answer with what it was made from; kept on the job before it is used, so that a crash
/// after it never pays twice.
///
/// @param base the version of the document that the edits are against
/// @param through how far the transcript was read
record Checkpoint(int base, Through through, Answer.Drafted answer) {}
