import { Problem, problemOf, unreachable } from './problem';
import { signedIn, signedOut } from './session';

interface Request {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  body?: unknown;
  /** The document version this write is based on. */
  ifMatch?: number;
  /** Sent to its end even where the page is left meanwhile; the body may hold 64 KiB. */
  keepalive?: boolean;
}

/** Asks the server; throws a {@link Problem} for every answer outside 200–299. */
export async function ask<T>(
  path: string,
  { method = 'GET', body, ifMatch, keepalive = false }: Request = {},
): Promise<T> {
  const headers = new Headers({ Accept: 'application/json' });
  if (method !== 'GET') headers.set('X-XSRF-TOKEN', writeToken());
  if (body !== undefined) headers.set('Content-Type', 'application/json');
  if (ifMatch !== undefined) headers.set('If-Match', `"${ifMatch}"`);
  const answer = await fetch(path, {
    method,
    headers,
    credentials: 'same-origin',
    keepalive,
    body: body === undefined ? null : JSON.stringify(body),
  }).catch(() => {
    throw unreachable();
  });
  const text = await answer.text();
  if (!answer.ok) throw refused(answer.status, text);
  signedIn();
  return (text === '' ? undefined : JSON.parse(text)) as T;
}

/** Every write proves with this value that it comes from our own page; `GET /api/me` sets the cookie. */
export function writeToken(): string {
  const pair = document.cookie.split('; ').find((cookie) => cookie.startsWith('XSRF-TOKEN='));
  return pair === undefined ? '' : decodeURIComponent(pair.slice('XSRF-TOKEN='.length));
}

export function refused(status: number, body: string): Problem {
  if (status === 401) signedOut();
  return problemOf(status, body);
}
