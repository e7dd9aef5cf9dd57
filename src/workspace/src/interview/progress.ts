import type { JobStatus } from '../http/contract';

const MARK = 'TOOL_PROGRESS::';

export interface Progress {
  status: Extract<JobStatus, 'complete' | 'error'>;
  sentence: string;
}

/** What a system item tells of a draft that has ended; null where it tells of none. */
export function progressOf(text: string): Progress | null {
  if (!text.startsWith(MARK)) return null;
  const told = read(text.slice(MARK.length));
  if (told === null) return null;
  return told.status === 'completed'
    ? { status: 'complete', sentence: told.summary || 'The draft is done.' }
    : { status: 'error', sentence: told.error || 'The draft did not come through.' };
}

function read(json: string): { status?: string; summary?: string; error?: string } | null {
  try {
    const told: unknown = JSON.parse(json);
    return typeof told === 'object' ? told : null;
  } catch {
    return null;
  }
}
