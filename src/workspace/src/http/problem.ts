/** An answer that is not what was asked for. The message is one sentence that says what to do. */
export class Problem extends Error {
  /** The HTTP status, or 0 where the server was not reached at all. */
  readonly status: number;

  constructor(status: number, detail: string) {
    super(detail);
    this.status = status;
  }
}

export const unreachable = () =>
  new Problem(0, 'The server cannot be reached. Start it with ./ghostwriter up and try again.');

/** Reads the sentence out of a problem+json body; any other body gets a sentence of our own. */
export function problemOf(status: number, body: string): Problem {
  return new Problem(status, detailOf(body) ?? `The server answered with status ${status}.`);
}

export function asProblem(thrown: unknown): Problem {
  return thrown instanceof Problem ? thrown : new Problem(0, String(thrown));
}

function detailOf(body: string): string | null {
  try {
    const said: unknown = JSON.parse(body);
    if (typeof said !== 'object' || said === null) return null;
    const { detail, title } = said as { detail?: unknown; title?: unknown };
    if (typeof detail === 'string' && detail !== '') return detail;
    return typeof title === 'string' && title !== '' ? title : null;
  } catch {
    return null;
  }
}
