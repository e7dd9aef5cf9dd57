import { exactly, since } from './phrases';
import { useNow } from './useNow';

/** "3 minutes ago", with the exact time for whoever points at it. */
export function Time({ at }: { at: string }) {
  const now = useNow(30_000);
  return (
    <time dateTime={at} title={exactly(at)}>
      {since(at, now)}
    </time>
  );
}
