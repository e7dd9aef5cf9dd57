// Numbers and times as people say them. English throughout, like the rest of the workspace.

const numbers = new Intl.NumberFormat('en');
const ago = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
const moment = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short' });

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** `count(1, 'turn')` is "1 turn", `count(1200, 'turn')` is "1,200 turns". */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${numbers.format(n)} ${n === 1 ? one : many}`;
}

export function since(time: string, now: number): string {
  const past = Math.max(0, now - Date.parse(time));
  if (past < MINUTE) return 'just now';
  if (past < HOUR) return ago.format(-Math.floor(past / MINUTE), 'minute');
  if (past < DAY) return ago.format(-Math.floor(past / HOUR), 'hour');
  if (past < 14 * DAY) return ago.format(-Math.floor(past / DAY), 'day');
  return `on ${day.format(new Date(time))}`;
}

export function exactly(time: string): string {
  return moment.format(new Date(time));
}

/** An amount of money: cents where it is that much, more digits where it is less. */
export function dollars(amount: number): string {
  if (amount > 0 && amount < 0.0001) return 'less than $0.0001';
  return amount === 0 || amount >= 1 ? `$${amount.toFixed(2)}` : `$${amount.toFixed(4)}`;
}

export function duration(ms: number): string {
  if (ms < 1_000) return 'less than a second';
  const seconds = Math.round(ms / 1_000);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  return minutes < 60
    ? `${minutes} min ${seconds % 60} s`
    : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
