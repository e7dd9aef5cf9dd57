// What the server sends and takes, in the words of docs/http.md. Times are ISO 8601 in UTC; a summary that there is not
// is null or empty.

/** What the nightly check of all transcripts found; operators only. */
export interface Audit {
  startedAt: string | null;
  count: number;
  findings: { kind: string; projectId: string; itemId: string; seenAt: string }[];
}

export type JobStatus = 'queued' | 'running' | 'complete' | 'error' | 'cancelled';
export type Urgency = 'low' | 'normal' | 'high';

export interface Person {
  id: string;
  name: string;
  operator: boolean;
  mayBegin: boolean;
}

export interface Kind {
  id: string;
  label: string;
  fields: { name: string; label: string; required: boolean }[];
  outline: { heading: string }[];
}

export interface Project {
  id: string;
  title: string;
  kind: string;
  language: string;
  role: string;
  createdAt: string;
  sessions: number;
  items: number;
  words: number;
  document: { version: number; summary: string | null };
  latestJob: Job | null;
  /** One sentence about something that the client should know and need do nothing about. */
  notice: string | null;
}

export interface Job {
  id: string;
  kind: string;
  status: JobStatus;
  urgency: Urgency;
  summary: string | null;
  generatedSummary: string | null;
  error: string | null;
  attempts: number;
  durationMs: number | null;
  usage: Usage | null;
  createdAt: string;
  startedAt: string | null;
  completedAt: string | null;
}

/** What a job took of a model, attempts that came to nothing included. */
export interface Usage {
  model: string;
  inputTokens: number;
  outputTokens: number;
  /** Among those that went in, read from the provider's cache. */
  cachedTokens?: number;
  /** How often the model was asked. */
  calls?: number;
  modelMs?: number;
  /** US dollars; null where the model's price is not known. */
  cost?: number | null;
}

/** A job among those of all projects; operators only. */
export interface QueuedJob extends Job {
  projectId: string;
  projectTitle: string;
  /** The job that took it in; it counts as cancelled then, but nobody withdrew it. */
  mergedInto: string | null;
}

/** The draft queue over all projects; operators only. */
export interface Queue {
  counts: Record<JobStatus, number>;
  oldestQueuedAt: string | null;
  jobs: QueuedJob[];
  /** Open for more than 30 seconds, in whatever program; `state` as PostgreSQL calls it. */
  longTransactions: { application: string; state: string; since: string }[];
}

/** All that the queue knows of one job; operators only. */
export interface JobInFull extends QueuedJob {
  sessionId: string | null;
  request: {
    summary: string;
    messagePointers: { sessionId: string; itemId: string }[];
    transcriptAnchors: {
      label: string;
      sessionId: string;
      itemId: string;
      from: number;
      to: number;
    }[];
    promptContext: Record<string, unknown>;
  };
  /** Who runs it. */
  worker: string | null;
  epoch: number;
  /** When it may start, where it waits; null where it stands behind another one of its project. */
  due: string | null;
}

export interface JobAsked {
  outcome: 'enqueued' | 'merged' | 'repeated';
  job: Job;
}

export interface Item {
  sessionId: string;
  itemId: string;
  turn: number;
  role: 'user' | 'assistant' | 'system';
  /** Empty where nobody is named. */
  speaker: string;
  /** True where the words are the client's own, and so evidence. */
  client: boolean;
  text: string;
  revision: number;
}

export interface TranscriptPage {
  items: Item[];
  next: string | null;
}

export interface Document {
  version: number;
  summary: string | null;
  /** How many proposals wait for somebody to decide. */
  openProposals: number;
  sections: Section[];
}

export type SectionState = 'drafting' | 'needs_review' | 'approved';

export interface Section {
  id: string;
  heading: string;
  state: SectionState;
  /** A lock binds the drafter, whose edits become proposals there; people write on. */
  locked: boolean;
  blocks: Block[];
}

export interface Block {
  id: string;
  revisionId: string;
  kind: 'paragraph' | 'list' | 'quote';
  markdown: string;
  /** Sanitised by the server. */
  html: string;
  origin: 'human' | 'draft';
  grounding: 'sourced' | 'connective';
  sources: Source[];
  jobId: string | null;
  /** True where words that it rests on have been corrected since. */
  stale: boolean;
  /** What of it was not found in the words that it rests on; a paragraph without doubts may still be wrong. */
  doubts: Doubt[];
}

/** A stretch of a paragraph's Markdown, and the word that is in doubt. */
export interface Doubt {
  from: number;
  to: number;
  kind: 'number' | 'name' | 'negation' | 'unsupported';
  about: string;
}

/** A range of one item's text; `from` and `to` count UTF-16 units, as JavaScript strings do. */
export interface Source {
  sessionId: string;
  itemId: string;
  revision: number;
  from: number;
  to: number;
}

/** One cited range with the whole text of its item. */
export interface CitedWords {
  sessionId: string;
  itemId: string;
  turn: number;
  speaker: string;
  text: string;
  from: number;
  to: number;
  /** The revision of the turn that is cited; `text` is as it read then. */
  revision: number;
  /** How the turn reads now; null where it was not corrected since. */
  currentText: string | null;
}

export type Edit =
  | { type: 'replace'; blockId: string; markdown: string }
  | { type: 'insert'; sectionId: string; afterBlockId: string | null; markdown: string }
  | { type: 'remove'; blockId: string }
  | { type: 'reaffirm'; blockId: string }
  | { type: 'renameSection'; sectionId: string; heading: string }
  | { type: 'moveSection'; sectionId: string; afterSectionId: string | null }
  | { type: 'removeSection'; sectionId: string }
  | { type: 'splitSection'; sectionId: string; beforeBlockId: string; heading: string }
  | { type: 'mergeSection'; sectionId: string; intoSectionId: string };

export interface Applied {
  version: number;
  applied: number;
  /** Edits that had no place any more; they are not kept. */
  unplaced: number;
}

/** One line of the document's history. */
export interface Version {
  number: number;
  origin: 'human' | 'draft';
  /** Who made it; null for a draft. */
  person: string | null;
  personName: string | null;
  jobId: string | null;
  summary: string;
  createdAt: string;
  /** The number of the version that it restores. */
  restored: number | null;
}

export type Change = 'same' | 'added' | 'removed' | 'changed';

/** Words that stayed, came or went. */
export interface Part {
  change: 'same' | 'added' | 'removed';
  text: string;
}

/** What is different in version `to`, by the sections of `to`; what was removed stands where it stood. */
export interface Difference {
  from: number;
  to: number;
  sections: SectionDifference[];
}

export interface SectionDifference {
  id: string;
  heading: string;
  /** Null where the heading is the same. */
  headingBefore: string | null;
  change: Change;
  moved: boolean;
  blocks: BlockDifference[];
}

export interface BlockDifference {
  id: string;
  change: Change;
  moved: boolean;
  parts: Part[];
}

/** What a draft would have done where somebody's words or a lock stood in its way. */
export interface Proposal {
  id: string;
  jobId: string;
  createdAt: string;
  type: 'replace' | 'insert' | 'remove' | 'move' | 'addSection';
  /** Null where its section is gone or it would be a new one. */
  sectionId: string | null;
  sectionHeading: string;
  /** The block it is about; null where there is none, or it is gone. */
  blockId: string | null;
  before: string | null;
  proposed: string | null;
  proposedHtml: string | null;
  reason: 'touched' | 'locked' | 'gone';
  parts: Part[];
  /** How many passages it rests on. */
  sources: number;
}

/** What the client said and no paragraph cites. */
export interface Unused {
  items: UnusedItem[];
  /** Words unused. */
  words: number;
  /** Words said in all. */
  of: number;
}

export interface UnusedItem {
  sessionId: string;
  itemId: string;
  turn: number;
  text: string;
  words: number;
  at: string;
}

export interface Blueprint {
  committedAt: string | null;
  fields: BlueprintField[];
  gaps: string[];
}

export interface BlueprintField {
  name: string;
  label: string;
  required: boolean;
  value: string;
  origin: 'default' | 'recording' | 'client' | null;
}

export interface Todo {
  id: string;
  text: string;
  status: 'open' | 'done' | 'dropped';
  sectionId: string | null;
  createdAt: string;
}

export interface Note {
  id: string;
  kind: 'fact' | 'story' | 'style' | 'voice';
  text: string;
  /** Null, like the item, where the note names no turn. */
  sessionId: string | null;
  itemId: string | null;
  createdAt: string;
}

export type Mode = 'selecting' | 'intake' | 'ghostwriting';
export type Standing = 'connecting' | 'listening' | 'paused' | 'stopped' | 'broken';

/** A live conversation. */
export interface Session {
  id: string;
  projectId: string | null;
  mode: Mode;
  standing: Standing;
  /** For people; often empty. */
  sentence: string;
  /** What stands in the input box and was not sent yet. */
  draft: string;
  createdAt: string;
  /** The name of whoever began it. */
  person: string;
  /** What was sent and waits until it goes on, in order. */
  waiting: { itemId: string; text: string }[];
}

/** An item of a live conversation; while it is `in_progress` it comes again and again with the words there are so far. */
export interface LiveItem {
  itemId: string;
  /** The item before it. */
  after: string | null;
  role: Item['role'];
  text: string;
  state: 'in_progress' | 'completed' | 'incomplete' | 'failed' | 'deleted';
  at: string;
}

export interface RecordingAdded {
  projectId: string;
  sessionId: string;
  jobId: string;
  title: string;
  kind: string;
  items: number;
  words: number;
  /** The project's, or else one about this recording. */
  notice: string | null;
}

/** News of a project. `seq` counts without holes; an event may be told again after a reconnection. */
export type FeedEvent = { seq: number; at: string } & (
  | { kind: 'recordingAdded'; sessionId: string; items: number; words: number }
  | { kind: 'itemCorrected'; sessionId: string; itemId: string; revision: number }
  | { kind: 'blueprintChanged' }
  | { kind: 'blueprintCommitted' }
  | { kind: 'draftQueued'; jobId: string; urgency: Urgency }
  | { kind: 'draftStarted'; jobId: string; attempts: number }
  | { kind: 'draftCancelled'; jobId: string }
  | {
      kind: 'draftProgress';
      jobId: string;
      status: 'completed' | 'error';
      summary: string | null;
      error: string | null;
      /** `error` in a word, such as `budget`. */
      reason: string | null;
      attempts: number;
      durationMs: number | null;
    }
  | {
      kind: 'documentChanged';
      version: number;
      origin: string;
      sections: string[];
      /** All sections as they stand now, in order. */
      outline: { heading: string; written: boolean }[];
    }
  | { kind: 'sectionChanged'; sectionId: string; state: SectionState; locked: boolean }
  | { kind: 'proposalsChanged'; open: number }
  | { kind: 'todosChanged' }
  | { kind: 'notesChanged' }
);

export const FEED_KINDS = [
  'recordingAdded',
  'itemCorrected',
  'blueprintChanged',
  'blueprintCommitted',
  'draftQueued',
  'draftStarted',
  'draftCancelled',
  'draftProgress',
  'documentChanged',
  'sectionChanged',
  'proposalsChanged',
  'todosChanged',
  'notesChanged',
] as const satisfies readonly FeedEvent['kind'][];
