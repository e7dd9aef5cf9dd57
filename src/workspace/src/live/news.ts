import type { FeedEvent } from '../http/contract';
import type { Connection } from './stream';

/** Everything the page holds a copy of. */
export type Kept =
  'project' | 'document' | 'proposals' | 'jobs' | 'todos' | 'notes' | 'blueprint' | 'transcript';

export interface Notice {
  key: number;
  tone: 'quiet' | 'failed';
  text: string;
  action?: 'draftAgain' | 'bringBack' | 'undo' | 'redo';
  /** The draft that it is about. */
  jobId?: string;
  /** True where a live conversation about the project says the same. */
  inTalk?: true;
}

export interface News {
  connection: Connection;
  /** The last event taken in; a repeated one changes nothing. */
  seq: number;
  /** Rises for each thing that may have changed since it was fetched. */
  stale: Record<Kept, number>;
  notices: Notice[];
  noticed: number;
}

export type Happening =
  | { type: 'hello'; seq: number }
  | { type: 'told'; event: FeedEvent }
  | { type: 'connection'; connection: Connection }
  | { type: 'said'; notice: Omit<Notice, 'key'> }
  | { type: 'dismissed'; key: number };

export const NO_NEWS: News = {
  connection: 'connecting',
  seq: 0,
  stale: {
    project: 0,
    document: 0,
    proposals: 0,
    jobs: 0,
    todos: 0,
    notes: 0,
    blueprint: 0,
    transcript: 0,
  },
  notices: [],
  noticed: 0,
};

export function withHappening(news: News, happening: Happening): News {
  switch (happening.type) {
    case 'hello':
      // Between our last look and this stream anything may have happened.
      return { ...staleNow(news, Object.keys(news.stale) as Kept[]), connection: 'open' };
    case 'told':
      return happening.event.seq <= news.seq ? news : withEvent(news, happening.event);
    case 'connection':
      return { ...news, connection: happening.connection };
    case 'said':
      return withNotice(news, happening.notice);
    case 'dismissed':
      return { ...news, notices: news.notices.filter(({ key }) => key !== happening.key) };
  }
}

function withEvent(before: News, event: FeedEvent): News {
  const news = { ...before, seq: event.seq };
  switch (event.kind) {
    case 'recordingAdded':
      return staleNow(news, ['project', 'transcript', 'blueprint', 'jobs']);
    case 'itemCorrected':
      // A paragraph that rests on the item's earlier words is marked from now on.
      return staleNow(news, ['transcript', 'document']);
    case 'blueprintChanged':
    case 'blueprintCommitted':
      return staleNow(news, ['blueprint']);
    case 'draftQueued':
    case 'draftStarted':
    case 'draftCancelled':
      return staleNow(news, ['project', 'jobs']);
    case 'draftProgress':
      return withNotice(staleNow(news, ['project', 'jobs']), noticeOf(event));
    case 'documentChanged':
      return staleNow(news, ['project', 'document', 'proposals']);
    case 'sectionChanged':
      return staleNow(news, ['document']);
    case 'proposalsChanged':
      return staleNow(news, ['proposals']);
    case 'todosChanged':
      return staleNow(news, ['todos']);
    case 'notesChanged':
      return staleNow(news, ['notes']);
  }
}

function noticeOf(event: Extract<FeedEvent, { kind: 'draftProgress' }>): Omit<Notice, 'key'> {
  return event.status === 'completed'
    ? { tone: 'quiet', text: event.summary || 'The draft is done.', inTalk: true }
    : { tone: 'failed', text: failureOf(event.error), action: 'draftAgain', jobId: event.jobId };
}

const failureOf = (error: string | null) =>
  !error ? 'The draft failed.' : `The draft failed: ${error}`;

function staleNow(news: News, kept: Kept[]): News {
  const stale = { ...news.stale };
  for (const one of kept) stale[one] += 1;
  return { ...news, stale };
}

// A newer failure stands for the older one: trying again answers both.
function withNotice(news: News, notice: Omit<Notice, 'key'>): News {
  const key = news.noticed + 1;
  const others = news.notices.filter(({ tone }) => tone !== notice.tone);
  return { ...news, noticed: key, notices: [...others, { ...notice, key }] };
}
