import { useState } from 'react';

/** Those of `ids` that came after the first ones were here, so that what fills up is seen to fill up. */
export function useFresh(ids: string[] | null): ReadonlySet<string> {
  const [first, setFirst] = useState<ReadonlySet<string> | null>(null);
  if (first === null && ids !== null) setFirst(new Set(ids));
  return new Set(first === null ? [] : ids?.filter((id) => !first.has(id)));
}
